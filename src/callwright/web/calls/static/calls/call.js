// The customer: a tap fills the name in, a name that is typed undoes the tap; who attends follows the customer.
"use strict";
(() => {
  const form = document.getElementById("call");
  const name = document.getElementById("id_customer");
  form.addEventListener("cleared", () => location.reload());
  // One length: a tap or a number.
  form.addEventListener("change", ({ target }) => {
    if (target.name === "minutes") form.elements.other_minutes.value = "";
    if (target.name === "other_minutes" && target.value) for (const tap of form.elements.minutes) tap.checked = false;
  });
  if (!name) return;

  const place = document.getElementById("of-customer");
  const ask = (query) => htmx.ajax("GET", `${place.dataset.ask}?${query}`, { target: place, swap: "innerHTML" });
  const others = () => `others=${encodeURIComponent(document.getElementById("id_others").value)}`;

  // Two answers may be on their way, of the name that was typed and of the tap: who was ticked meanwhile stays ticked.
  let ticked = [];
  const people = () => [...place.querySelectorAll("[name=who]")];
  place.addEventListener("htmx:beforeSwap", () => {
    ticked = people().filter((one) => one.checked).map((one) => one.value);
  });
  place.addEventListener("htmx:afterSwap", () => {
    for (const one of people()) if (ticked.includes(one.value)) one.checked = true;
  });

  const askByName = () => name.value.trim() && ask(`name=${encodeURIComponent(name.value)}&${others()}`);

  form.addEventListener("change", ({ target }) => {
    if (target.name === "known") {
      name.value = target.dataset.name;
      ask(`known=${target.value}&${others()}`);
    }
    if (target === name) askByName();
  });
  form.addEventListener("restored", askByName);

  name.addEventListener("input", () => {
    for (const tap of form.querySelectorAll("[name=known]:checked")) tap.checked = false;
  });
})();
