// The draft outlives a reload, a dead battery and a server that is gone: the form's words lie in this browser.
"use strict";
(() => {
  const mine = document.body.dataset.member ?? "";
  const DRAFT = `callwright.draft.${mine}`;
  const LAST = `callwright.last.${mine}`;
  const form = document.getElementById("line");
  const text = document.getElementById("text");
  const back = document.getElementById("back");
  const kept = ["text", "stage", "minutes", "attendees", "first_meeting", "channel", "product"];

  const stored = (key) => {
    try {
      return JSON.parse(localStorage.getItem(key)) || {};
    } catch {
      return {};
    }
  };
  const store = (key, draft) => {
    try {
      localStorage.setItem(key, JSON.stringify(draft));
    } catch {
      // Storage is full or forbidden; the page works without it.
    }
  };
  const save = () => store(DRAFT, Object.fromEntries(kept.map((name) => [name, form.elements[name].value])));

  const fill = (draft) => {
    for (const name of kept) if (draft[name]) form.elements[name].value = draft[name];
    text.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const restore = () => {
    const draft = stored(DRAFT);
    if (!text.value && kept.some((name) => draft[name])) fill(draft);
    back.hidden = !stored(LAST).text;
  };

  form.addEventListener("input", save);
  document.addEventListener("htmx:afterOnLoad", save);
  document.getElementById("clear").addEventListener("click", () => {
    store(LAST, stored(DRAFT));
    store(DRAFT, {});
  });
  back.addEventListener("click", () => {
    fill(stored(LAST));
    text.focus();
  });
  if (text.value) {
    // An example or a page sent whole: it is the draft now, and a reload must not bring the example back over it.
    save();
    history.replaceState(null, "", location.pathname);
  }
  // htmx listens from its own start-up on, which comes after this script has run.
  document.addEventListener("DOMContentLoaded", () => setTimeout(restore));
})();
