// Tiles fold and unfold their reasons at once; the verdict is spoken when it rests; a server that is gone is named.
"use strict";
(() => {
  const SPOKEN_AFTER = 900;
  const RETRY_AFTER = 3000;
  const form = document.getElementById("line");
  const spoken = document.getElementById("spoken");
  const trouble = document.getElementById("trouble");
  let saying = 0;
  let retrying = 0;

  const unfold = (name) => {
    for (const tile of form.querySelectorAll(".tile")) {
      const open = tile.value === name;
      tile.setAttribute("aria-expanded", String(open));
      document.getElementById(tile.getAttribute("aria-controls")).hidden = !open;
    }
    for (const id of ["look", "shown"]) document.getElementById(id).value = name;
    document.getElementById("marked").dataset.open = name;
    document.getElementById("field").dataset.open = name;
  };

  form.addEventListener("click", (event) => {
    const tile = event.target.closest(".tile");
    if (!tile) return;
    event.preventDefault();
    unfold(tile.getAttribute("aria-expanded") === "true" ? "none" : tile.value);
  });

  document.addEventListener("click", async (event) => {
    if (event.target.id !== "copy") return;
    await navigator.clipboard.writeText(document.getElementById("text").value);
    event.target.textContent = "Copied";
  });

  document.addEventListener("htmx:afterOnLoad", ({ detail }) => {
    if (!detail.successful) return;
    trouble.hidden = true;
    clearTimeout(saying);
    saying = setTimeout(() => {
      const summary = document.getElementById("summary").textContent;
      if (spoken.textContent !== summary) spoken.textContent = summary;
    }, SPOKEN_AFTER);
  });

  const troubled = (event) => {
    const status = String(event.detail.xhr ? event.detail.xhr.status : 0);
    const known = [...trouble.children].some((said) => said.dataset.for === status);
    for (const said of trouble.children) said.hidden = said.dataset.for !== (known ? status : "");
    trouble.hidden = false;
    clearTimeout(retrying);
    if (!known) retrying = setTimeout(() => htmx.trigger(form, "check"), RETRY_AFTER);
  };
  for (const name of ["sendError", "timeout", "responseError"]) document.addEventListener(`htmx:${name}`, troubled);
})();
