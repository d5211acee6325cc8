// What was begun in a form with data-draft outlives a tunnel and a dead battery: it lies in this browser until the
// server has it. With each form goes a token; once the server has kept what came with it, it names it in a cookie.
"use strict";
(() => {
  const OURS = new Set(["csrfmiddlewaretoken", "draft"]);
  const begun = new WeakMap();
  // On a browser that several people use, each has their own.
  const place = (one) => `${one.dataset.draft}${document.body.dataset.member ?? ""}.`;

  const arrived = () => {
    const [, token] = document.cookie.match(/(?:^|; )callwright_kept=([\w-]+)/) || [];
    if (!token) return;
    drafts.arrived(token);
    document.cookie = "callwright_kept=; path=/; max-age=0; samesite=strict";
  };

  const fields = (form) => [...new FormData(form)].filter(([name]) => !OURS.has(name));
  const same = (one, two) => JSON.stringify(one) === JSON.stringify(two);

  const fill = (form, left) => {
    for (const field of form.elements) {
      if (!field.name || OURS.has(field.name)) continue;
      const values = left.filter(([name]) => name === field.name).map(([, value]) => value);
      if (field.type === "checkbox" || field.type === "radio") field.checked = values.includes(field.value);
      else if (values.length) field.value = values[0];
    }
  };

  const unfold = (form) => {
    for (let fold = form.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    for (const fold of form.querySelectorAll("details")) fold.open = true;
  };

  const say = (form, draft) => {
    const note = document.createElement("p");
    const clear = document.createElement("button");
    note.className = "note back";
    note.setAttribute("role", "status");
    clear.type = "button";
    clear.className = "text-button";
    clear.textContent = "Clear it";
    clear.addEventListener("click", () => {
      draft.drop();
      note.remove();
      form.reset();
      form.dispatchEvent(new Event("cleared"));
    });
    note.append("What you had typed here is back. It is not saved yet. ", clear);
    form.prepend(note);
  };

  const restore = (form, draft, left) => {
    fill(form, left.fields);
    unfold(form);
    say(form, draft);
    form.dispatchEvent(new Event("restored"));
  };

  const take = (form) => {
    const draft = drafts.of(place(form));
    const left = draft.found();
    const token = document.createElement("input");
    Object.assign(token, { type: "hidden", name: "draft", value: left?.token || drafts.fresh() });
    form.append(token);
    begun.set(form, { draft, token: token.value, first: fields(form), left: null });
    if (!left || same(left.fields, fields(form))) return;
    begun.get(form).left = left.fields;
    restore(form, draft, left);
  };

  const look = () => {
    arrived();
    for (const form of document.querySelectorAll("form[data-draft]")) if (!begun.has(form)) take(form);
    for (const link of document.querySelectorAll("a[data-draft]:not(:has(.begun))")) {
      if (drafts.all(place(link)).length) link.append(mark());
    }
  };
  const mark = () => {
    const tag = document.createElement("span");
    tag.className = "tag wants begun";
    tag.textContent = "begun";
    return tag;
  };

  const written = ({ target, isTrusted }) => {
    const form = target.form;
    const known = form && begun.get(form);
    if (!known) return;
    if (isTrusted) known.left = null;
    const now = fields(form);
    if (same(now, known.first)) known.draft.drop();
    else known.draft.store({ fields: now, token: known.token });
  };

  document.addEventListener("input", written);
  document.addEventListener("change", written);
  document.addEventListener("htmx:afterSettle", ({ target }) => {
    // A part that came late, as the people of the customer: what was chosen there is put back into it too.
    const form = target.closest?.("form[data-draft]");
    if (form && begun.get(form)?.left) fill(form, begun.get(form).left);
    look();
  });
  window.addEventListener("pageshow", arrived);
  // htmx listens from its own start-up on, which comes after this script has run.
  document.addEventListener("DOMContentLoaded", () => setTimeout(look));
})();
