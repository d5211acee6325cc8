// After a part of the page has changed in place, the focus stays there; where that failed, the page says why.
"use strict";
(() => {
  const trouble = document.getElementById("trouble");

  const say = ({ detail }) => {
    const reason = (status) => trouble.querySelector(`[data-for="${status}"]`);
    const fits = reason(detail.xhr?.status || "") || reason("");
    for (const one of trouble.children) one.hidden = one !== fits;
    trouble.hidden = false;
  };

  document.addEventListener("htmx:afterSettle", (event) => {
    const part = document.getElementById(event.detail.target.id);
    if (part && document.activeElement === document.body) part.focus();
  });
  for (const name of ["htmx:sendError", "htmx:timeout", "htmx:responseError"]) document.addEventListener(name, say);
  document.addEventListener("htmx:beforeRequest", () => (trouble.hidden = true));
})();
