// Has the service worker keep the brief in view and, from Today and the week, those of the coming days.
"use strict";

const COMING = new Set(["/", "/week/"]);

async function wanted() {
  if (document.querySelector("[data-copy='fresh']")) return [location.pathname];
  if (!COMING.has(location.pathname) || navigator.connection?.saveData) return [];
  const answer = await fetch("/calls/briefs/coming/");
  return answer.ok ? (await answer.json()).briefs : [];
}

async function keep() {
  await navigator.serviceWorker.register("/service-worker.js");
  const { active } = await navigator.serviceWorker.ready;
  active.postMessage({ keep: await wanted() });
}

// After all that the page itself needs. Without a network, or where the browser will not have it, there is no harm.
if (navigator.serviceWorker) addEventListener("load", () => keep().catch(() => {}));
