// A choice of two stays until the line is written on: a verdict on the same words does not take its place.
"use strict";
(() => {
  const form = document.getElementById("line");
  let line = null;

  document.addEventListener("htmx:afterOnLoad", ({ detail }) => {
    if (detail.target.id === "verdict") line = form.querySelector(".choice") && detail.xhr.line;
  });
  document.addEventListener("htmx:confirm", (event) => {
    if (event.detail.elt === form && form.elements.text.value === line) event.preventDefault();
  });
  // Nor does one that was asked for while the choice was on its way.
  document.addEventListener("htmx:beforeSwap", ({ detail }) => {
    if (detail.requestConfig.elt === form && detail.xhr.line === line) detail.shouldSwap = false;
  });
})();
