// What was typed outlives a tunnel and a dead battery: it lies in this browser until the server has it.
"use strict";
(() => {
  const saved = document.querySelector("[data-drop]");
  const first = document.getElementById("debrief");
  const key = (first || saved)?.dataset[first ? "draft" : "drop"];

  const store = (fields) => {
    try {
      if (fields) localStorage.setItem(key, JSON.stringify(fields));
      else localStorage.removeItem(key);
    } catch {
      // Storage is full or forbidden; the page works without it.
    }
  };
  const stored = () => {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  };
  if (saved) return store(null);
  if (!first) return;

  const form = () => document.getElementById("debrief");
  const fields = () => Object.fromEntries([...new FormData(form())].filter(([name]) => name !== "csrfmiddlewaretoken"));
  const trouble = (why) => {
    const note = document.getElementById("trouble");
    if (!note) return;
    note.hidden = !why;
    if (why) note.textContent = note.dataset[why];
  };

  // A day that is picked counts before one that is tapped, and the other way round: the last one said.
  const oneDay = ({ target }) => {
    const place = target.name?.match(/^(p\d+)-(by|on)$/);
    if (!place) return;
    if (place[2] === "by") form().elements[`${place[1]}-on`].value = "";
    else [...form().elements[`${place[1]}-by`]].forEach((radio) => { radio.checked = !target.value && !radio.value; });
  };
  const unfold = (field) => {
    for (let fold = field.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  };
  const fill = (draft) => {
    for (const field of form().elements) {
      if (!(field.name in draft) && field.type !== "checkbox") continue;
      if (field.type === "radio") field.checked = field.value === draft[field.name];
      else if (field.type === "checkbox") field.checked = field.name in draft;
      else if (field.name !== "csrfmiddlewaretoken") field.value = draft[field.name];
      if (field.type !== "hidden" && draft[field.name] && !(field.type === "radio" && !field.checked)) unfold(field);
    }
    form().dispatchEvent(new Event("restored"));
  };

  document.addEventListener("change", oneDay);
  for (const kind of ["input", "change"]) {
    document.addEventListener(kind, ({ target }) => form()?.contains(target) && store(fields()));
  }
  // What the server has need not lie here; what was typed since it was sent does.
  let sent = "";
  document.addEventListener("htmx:beforeRequest", ({ detail }) => {
    if (detail.elt.id === "proposal") sent = JSON.stringify(fields());
  });
  document.addEventListener("htmx:afterRequest", ({ detail }) => {
    if (!detail.successful) return;
    if (detail.elt.id === "proposal" && sent === JSON.stringify(fields())) store(null);
    trouble("");
  });
  for (const kind of ["htmx:sendError", "htmx:timeout", "htmx:responseError"]) {
    document.addEventListener(kind, ({ detail }) => {
      store(fields());
      const answer = kind === "htmx:responseError" ? detail.xhr.status : 0;
      trouble({ 0: "away", 404: "gone" }[answer] ?? "other");
    });
  }
  document.addEventListener("htmx:afterSettle", () => document.getElementById("slips")?.focus());
  // htmx listens from its own start-up on, which comes after this script has run.
  document.addEventListener("DOMContentLoaded", () => setTimeout(() => {
    const draft = stored();
    if (draft) fill(draft);
  }));
})();
