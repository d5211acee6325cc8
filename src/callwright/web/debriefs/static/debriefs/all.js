// "All of them" marks each one, so that it is seen what is meant.
"use strict";
document.addEventListener("change", ({ target }) => {
  const marks = [...document.querySelectorAll("input[name=call][type=checkbox]")];
  const all = document.querySelector("input[name=all]");
  if (target === all) marks.forEach((mark) => { mark.checked = all.checked; });
  else if (marks.includes(target)) all.checked = marks.every((mark) => mark.checked);
});
