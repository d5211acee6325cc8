// The draft outlives a reload, a dead battery and a server that is gone: the form's words lie in this browser.
"use strict";
(() => {
  const KEY = "callwright.draft";
  const form = document.getElementById("line");
  const text = document.getElementById("text");
  const kept = ["text", "stage", "minutes", "attendees", "first_meeting", "channel", "product"];

  const stored = () => {
    try {
      return JSON.parse(localStorage.getItem(KEY)) || {};
    } catch {
      return {};
    }
  };
  const store = (draft) => {
    try {
      localStorage.setItem(KEY, JSON.stringify(draft));
    } catch {
      // Storage is full or forbidden; the page works without it.
    }
  };
  const save = () => store(Object.fromEntries(kept.map((name) => [name, form.elements[name].value])));

  const restore = () => {
    const draft = stored();
    if (text.value || !kept.some((name) => draft[name])) return;
    for (const name of kept) if (draft[name]) form.elements[name].value = draft[name];
    text.dispatchEvent(new Event("input", { bubbles: true }));
  };

  form.addEventListener("input", save);
  document.addEventListener("htmx:afterSettle", save);
  document.addEventListener("click", (event) => {
    if (!event.target.closest("[data-afresh]")) return;
    store({});
  });
  if (text.value) {
    // An example or a page sent whole: it is the draft now, and a reload must not bring the example back over it.
    save();
    history.replaceState(null, "", location.pathname);
  }
  // htmx listens from its own start-up on, which comes after this script has run.
  document.addEventListener("DOMContentLoaded", () => setTimeout(restore));
})();
