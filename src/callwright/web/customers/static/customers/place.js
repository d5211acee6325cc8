// After a part of the page has changed in place, the focus stays there; where the server is gone, so is nothing typed.
"use strict";
(() => {
  const trouble = document.getElementById("trouble");

  document.addEventListener("htmx:afterSettle", (event) => {
    const part = document.getElementById(event.detail.target.id);
    if (part && document.activeElement === document.body) part.focus();
  });
  for (const name of ["htmx:sendError", "htmx:timeout", "htmx:responseError"])
    document.addEventListener(name, () => (trouble.hidden = false));
  document.addEventListener("htmx:beforeRequest", () => (trouble.hidden = true));
})();
