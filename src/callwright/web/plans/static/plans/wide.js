// Where there is room beside the objective, what stands there is unfolded.
"use strict";
if (matchMedia("(min-width: 64rem)").matches) for (const fold of document.querySelectorAll(".beside > details")) fold.open = true;
