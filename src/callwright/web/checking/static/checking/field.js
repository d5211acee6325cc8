// The marks of the verdict, drawn beneath the words of the field. While the line is edited they keep to their words.
"use strict";
(() => {
  const form = document.getElementById("line");
  const field = document.getElementById("field");
  const text = document.getElementById("text");
  const under = document.getElementById("under");
  let drawn = text.value;
  let marks = [];

  const stretch = (mark) => {
    const shown = document.createElement("mark");
    Object.assign(shown.dataset, { against: mark.against, favours: mark.favours });
    shown.textContent = drawn.slice(mark.start, mark.end);
    return shown;
  };

  const draw = () => {
    const parts = [];
    let at = 0;
    for (const mark of marks) {
      parts.push(drawn.slice(at, mark.start), stretch(mark));
      at = mark.end;
    }
    // A last line that is empty takes its height only when something stands on it.
    under.replaceChildren(...parts, drawn.slice(at), "\u200b");
  };

  const common = (one, two, step) => {
    const most = Math.min(one.length, two.length);
    let count = 0;
    while (count < most && one.at(step(count)) === two.at(step(count))) count += 1;
    return count;
  };

  // Marks before the edit stay, those behind it move along, those that it touches go.
  const edited = () => {
    const now = text.value;
    const before = common(drawn, now, (count) => count);
    const behind = Math.max(drawn.length - common(drawn, now, (count) => -1 - count), before);
    const by = now.length - drawn.length;
    marks = marks
      .filter((mark) => mark.end <= before || mark.start >= behind)
      .map((mark) => (mark.end <= before ? mark : { ...mark, start: mark.start + by, end: mark.end + by }));
    drawn = now;
    draw();
  };

  // Answers in one's own words outlive a verdict that comes while they are typed, but not their use.
  const rewritten = (marked) => {
    form.classList.remove("typing");
    text.value = marked.textContent;
    for (const own of document.querySelectorAll(".own input")) own.value = "";
  };

  // sent: the line that was asked about. What was typed since then is not written over.
  const judged = (sent) => {
    const marked = document.getElementById("marked");
    if (marked.dataset.rewritten !== undefined && text.value === sent) rewritten(marked);
    if (marked.textContent !== text.value) return;
    let at = 0;
    marks = [];
    for (const node of marked.childNodes) {
      const end = at + node.textContent.length;
      if (node.nodeName === "MARK") marks.push({ start: at, end, ...node.dataset });
      at = end;
    }
    drawn = text.value;
    field.dataset.open = marked.dataset.open;
    draw();
  };

  text.addEventListener("input", () => {
    form.classList.add("typing");
    edited();
  });
  document.addEventListener("htmx:beforeRequest", ({ detail }) => {
    detail.xhr.line = text.value;
  });
  document.addEventListener("htmx:afterOnLoad", ({ detail }) => {
    if (detail.successful && detail.target.id === "verdict") judged(detail.xhr.line);
  });
  judged(text.value);
  edited();
})();
