// Answers to tap come after the verdict, in a request of their own; they are put beneath their questions when they arrive.
"use strict";
(() => {
  const form = document.getElementById("line");
  const asker = document.getElementById("asker");
  const text = document.getElementById("text");
  let asked = "";
  let held = false;
  let missed = false;

  // Those that came with the page serve until others arrive.
  const copy = (taps) => {
    const set = taps.cloneNode(true);
    set.dataset.beneath = taps.id;
    return set;
  };
  let offered = [...document.querySelectorAll("#verdict .taps[id]:has(.tap)")].map(copy);

  const place = () => {
    if (held) return;
    for (const set of offered) {
      const taps = document.getElementById(set.dataset.beneath);
      if (!taps || taps.innerHTML.trim() === set.innerHTML.trim()) continue;
      taps.dataset.late = "";
      taps.replaceChildren(...set.cloneNode(true).children);
    }
  };

  // Until new answers are there, those of the line as it stood a moment ago stay: they do no harm, and nothing flickers.
  const judged = () => {
    const questions = document.querySelectorAll("#verdict .taps[id]");
    if (!questions.length) return;
    place();
    htmx.trigger(asker, "judged");
  };

  const arrived = () => {
    if (text.value !== asked) return;
    offered = [...asker.children];
    place();
  };

  asker.addEventListener("htmx:beforeRequest", () => {
    asked = text.value;
  });
  // A page that came with a line and its questions, but without answers. htmx listens once it has started itself.
  document.addEventListener("DOMContentLoaded", () =>
    setTimeout(() => {
      if (document.querySelector("#verdict .taps[id]:not(:has(.tap))")) judged();
    }),
  );
  document.addEventListener("htmx:afterOnLoad", ({ detail }) => {
    if (!detail.successful) return;
    if (detail.target.id === "verdict") judged();
    if (detail.target === asker) arrived();
  });

  // Nothing is taken away from under a finger: neither by other answers nor by a verdict that comes just now.
  document.addEventListener("pointerdown", ({ target }) => {
    held = target.closest(".offer .tap") !== null;
  });
  const released = () => {
    held = false;
    if (missed) htmx.trigger(form, "check");
    else place();
    missed = false;
  };
  for (const end of ["pointerup", "pointercancel"]) document.addEventListener(end, () => held && setTimeout(released));
  document.addEventListener("htmx:beforeSwap", ({ detail }) => {
    if (!held || detail.target.id !== "verdict") return;
    detail.shouldSwap = false;
    missed = true;
  });
})();
