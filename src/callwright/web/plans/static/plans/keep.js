// Nothing is lost: what is written lies in the browser at once, and on the server as soon as the pen rests.
"use strict";
(() => {
  const RESTS_AFTER = 800;
  const SOON = 200;
  const NOTES = ["to_ask", "objections", "to_bring"];
  const WORDS = ["text", "fallback", "measure", "category", "entry", ...NOTES];
  const GROUND = ["version", ...NOTES.map((name) => `seen_${name}`)];
  const form = document.getElementById("line");
  const keeper = document.getElementById("keeper");
  const said = document.getElementById("said");
  const draft = drafts.of(form.dataset.draft);
  const begun = form.dataset.begun !== undefined;
  let resting = 0;

  const values = (names) => Object.fromEntries(names.map((name) => [name, form.elements[name].value]));
  const now = () => JSON.stringify(values(WORDS));
  let saved = now();

  const merging = () => document.getElementById("merge") !== null;
  const fill = (given) => {
    for (const [name, value] of Object.entries(given)) form.elements[name].value = value;
  };
  const unfold = () => {
    for (const name of ["fallback", "measure"]) {
      if (form.elements[name].value) document.getElementById(`more-${name}`).open = true;
    }
    if (NOTES.some((name) => form.elements[name].value)) document.getElementById("notes").open = true;
  };

  // What is written of a call that has begun is kept by a press, which is to be seen.
  const amending = () => {
    const amend = document.getElementById("amend");
    if (amend) amend.open = true;
  };

  const keepAfter = (wait) => {
    clearTimeout(resting);
    if (!begun) resting = setTimeout(keep, wait);
  };
  const keep = () => {
    if (now() !== saved && !merging()) htmx.trigger(keeper, "keep");
  };

  const written = (wait) => {
    if (now() === saved) return;
    draft.store({ words: values(WORDS), ground: values(GROUND) });
    said.textContent = begun ? "Not kept yet" : "In this browser";
    keepAfter(wait);
  };

  // What the server has of it now: all, or what stood there when it was sent.
  const kept = (state, sent) => {
    if (state === "conflict") said.textContent = "Two versions";
    if (state === "refused") said.textContent = "Not kept";
    if (state !== "kept") return;
    saved = sent;
    if (now() !== saved) return written(RESTS_AFTER);
    draft.drop();
    said.textContent = "Saved";
  };

  const answered = ({ detail }) => {
    if (!detail.successful) return;
    const state = detail.xhr.getResponseHeader("X-Kept");
    const filled = document.getElementById("filled");
    if (filled && detail.target.id === "verdict") {
      // Where one typed on meanwhile, the line was not rewritten, and nothing of it is taken.
      if (form.elements.text.value === document.getElementById("marked").textContent) fill(filled.dataset);
      filled.remove();
      unfold();
      if (state) return kept(state, now());
      return written(SOON);
    }
    if (state) kept(state, detail.xhr.sent);
    else written(RESTS_AFTER);
  };

  const restore = () => {
    const left = draft.found();
    if (!left) return;
    if (JSON.stringify(left.words) === saved) return draft.drop();
    fill({ ...left.words, ...left.ground });
    unfold();
    amending();
    form.elements.text.dispatchEvent(new Event("input", { bubbles: true }));
    keepAfter(SOON);
  };

  // The notes belong to the form, but stand beside it.
  document.addEventListener("input", ({ target }) => {
    if (target.form !== form) return;
    amending();
    written(RESTS_AFTER);
  });
  document.addEventListener("focusout", ({ target }) => target.form === form && now() !== saved && keepAfter(SOON));
  document.addEventListener("visibilitychange", () => document.hidden && keepAfter(0));
  document.addEventListener("htmx:beforeRequest", ({ detail }) => {
    detail.xhr.sent = now();
  });
  document.addEventListener("htmx:beforeOnLoad", ({ detail }) => {
    if (detail.xhr.getResponseHeader("HX-Redirect") && now() === detail.xhr.sent) draft.drop();
  });
  document.addEventListener("htmx:afterOnLoad", answered);
  // A button that keeps the words waits for an answer or an idea that is on its way into the field.
  let asking = 0;
  let waiting = [];
  document.addEventListener("htmx:confirm", (event) => {
    if (!asking || !event.detail.elt.matches("button")) return;
    event.preventDefault();
    waiting.push(event.detail.issueRequest);
  });
  document.addEventListener("htmx:beforeSend", ({ detail }) => {
    if (detail.elt === form) asking += 1;
  });
  document.addEventListener("htmx:afterRequest", ({ detail }) => {
    if (detail.elt !== form) return;
    asking = Math.max(asking - 1, 0);
    const issued = waiting;
    waiting = [];
    // The answer is put in its place right after this event.
    setTimeout(() => issued.forEach((issue) => issue(true)));
  });

  // A page that comes back out of the browser's memory would write on a version that is long gone.
  window.addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
  // htmx listens from its own start-up on, which comes after this script has run.
  document.addEventListener("DOMContentLoaded", () => setTimeout(restore));
})();
