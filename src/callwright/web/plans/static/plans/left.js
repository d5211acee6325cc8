// Words for another objective of this call that the server never had are named, with the way to them.
"use strict";
(() => {
  const form = document.getElementById("line");
  const note = document.getElementById("left");
  const leave = document.getElementById("leave");
  const here = form.dataset.draft;
  const call = here.slice(0, -2); // without the objective's place, one figure, and its dot
  const place = (key) => key.at(call.length);

  const [left] = drafts
    .all(call)
    .filter(({ key, draft }) => place(key) !== place(here) && draft.words.text.trim());
  if (left) {
    note.querySelector("q").textContent = left.draft.words.text;
    note.querySelector("a").href += place(left.key);
    note.hidden = false;
  }
  // Who leaves it at two wants the third no more.
  if (leave) leave.addEventListener("click", () => drafts.clear(here));
})();
