// Lists the briefs that are kept on this device.
"use strict";

const when = { weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" };

async function row(cache, request) {
  const kept = await cache.match(request);
  const page = new DOMParser().parseFromString(await kept.text(), "text/html");
  const starts = page.querySelector(".head time")?.dateTime ?? "";
  return { path: new URL(request.url).pathname, title: page.title.split(" · ")[0], starts, at: kept.headers.get("X-Kept-At") };
}

function shown({ path, title, at }) {
  const item = document.createElement("li");
  const link = Object.assign(document.createElement("a"), { className: "row", href: path });
  const what = Object.assign(document.createElement("span"), { className: "what", textContent: title });
  const more = Object.assign(document.createElement("span"), { className: "more" });
  more.textContent = `copy of ${new Date(at).toLocaleString("en-GB", when)}`;
  link.append(what, " ", more);
  item.append(link);
  return item;
}

async function list() {
  const cache = await caches.open("callwright-briefs");
  const rows = await Promise.all((await cache.keys()).map((request) => row(cache, request)));
  if (!rows.length) return;
  // Those to come first, the next at the top; then those that were.
  const over = (one) => Date.parse(one.starts) < Date.now() - 86_400_000;
  rows.sort((one, other) => over(one) - over(other) || one.starts.localeCompare(other.starts));
  document.querySelector("#kept-briefs ul").replaceChildren(...rows.map(shown));
  document.querySelector("#kept-briefs").hidden = false;
  document.querySelector("#none-kept").hidden = true;
}

if (globalThis.caches) list().catch(() => {});
