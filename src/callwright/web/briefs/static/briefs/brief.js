// Prints the brief.
"use strict";

document.querySelector("[data-print]")?.addEventListener("click", () => print());
