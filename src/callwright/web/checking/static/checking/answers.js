// Nothing is taken away from under a finger: a verdict that comes while an answer is pressed waits for the next one.
"use strict";
(() => {
  const form = document.getElementById("line");
  let held = false;
  let missed = false;

  document.addEventListener("pointerdown", ({ target }) => {
    held = target.closest(".offer .tap") !== null;
  });
  const released = () => {
    held = false;
    if (missed) htmx.trigger(form, "check");
    missed = false;
  };
  // The press itself is told right after the finger was lifted.
  for (const end of ["pointerup", "pointercancel"]) document.addEventListener(end, () => held && setTimeout(released));
  document.addEventListener("htmx:beforeSwap", ({ detail }) => {
    if (!held || detail.target.id !== "verdict") return;
    detail.shouldSwap = false;
    missed = true;
  });
})();
