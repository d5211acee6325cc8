// Answers to tap come after the verdict, in a request of their own; they are put beneath their questions when they arrive.
"use strict";
(() => {
  const asker = document.getElementById("asker");
  const text = document.getElementById("text");
  let asked = "";
  let offered = [];

  const place = () => {
    for (const set of offered) {
      const taps = document.getElementById(set.dataset.beneath);
      if (taps) taps.replaceChildren(...set.cloneNode(true).children);
    }
  };

  // Until new answers are there, those of the line as it stood a moment ago stay: they do no harm, and nothing flickers.
  const judged = () => {
    const questions = document.querySelectorAll("#verdict .taps");
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
      if (document.querySelector("#verdict .taps:empty")) judged();
    }),
  );
  document.addEventListener("htmx:afterOnLoad", ({ detail }) => {
    if (!detail.successful) return;
    if (detail.target.id === "verdict") judged();
    if (detail.target === asker) arrived();
  });
})();
