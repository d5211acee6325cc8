// Offers the time zone that this device is in, where another one is chosen.
"use strict";

const zones = document.getElementById("id_time_zone");
const offer = document.getElementById("zone-here");
const here = Intl.DateTimeFormat().resolvedOptions().timeZone;

if ([...zones.options].some((option) => option.value === here) && zones.value !== here) {
  offer.textContent = `${here.replaceAll("_", " ")}, as here`;
  offer.hidden = false;
  offer.addEventListener("click", () => {
    zones.value = here;
    offer.hidden = true;
    zones.focus();
  });
}
