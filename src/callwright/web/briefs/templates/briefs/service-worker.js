// Keeps briefs on the device: what was seen, and those of the coming days. Everything else is the server's alone.
"use strict";

const known = {{ known|safe }};
const SHELL = `callwright-shell-${known.version}`;
const BRIEFS = "callwright-briefs";
const BRIEF = /^\/calls\/\d+\/brief\/$/;
const MOST = 60; // briefs; the oldest copies go first
const FRESH = 10 * 60 * 1000; // milliseconds for which a copy that was fetched ahead is good enough

self.addEventListener("install", (event) => event.waitUntil(fill().then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(tidy().then(() => self.clients.claim())));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate" && BRIEF.test(pathname)) event.respondWith(brief(event));
  else if (request.mode === "navigate") event.respondWith(fetch(request).catch(() => stored(known.offline)));
  else if (pathname.startsWith("/static/")) event.respondWith(part(request));
});

self.addEventListener("message", (event) => {
  const paths = (event.data?.keep ?? []).filter((path) => BRIEF.test(path));
  if (paths.length) event.waitUntil(keepAll(paths));
});

async function fill() {
  const shell = await caches.open(SHELL);
  await shell.addAll([known.offline, ...known.parts]);
}

async function tidy() {
  const old = (await caches.keys()).filter((name) => name.startsWith("callwright-shell-") && name !== SHELL);
  await Promise.all(old.map((name) => caches.delete(name)));
}

// The server first; the copy where it does not answer.
async function brief(event) {
  const { pathname } = new URL(event.request.url);
  try {
    const answer = await fetch(event.request);
    if (answer.status < 502 || answer.status > 504) {
      event.waitUntil(keep(pathname, answer.clone()));
      return answer;
    }
  } catch {
    // There is no network, or no server: below.
  }
  return (await copy(pathname)) ?? stored(known.offline);
}

async function keepAll(paths) {
  const cache = await caches.open(BRIEFS);
  for (const path of paths) {
    const old = await cache.match(path);
    if (old && Date.now() - Date.parse(old.headers.get("X-Kept-At")) < FRESH) continue;
    try {
      await keep(path, await fetch(path, { credentials: "same-origin" }));
    } catch {
      return; // the next visit to Today tries again
    }
  }
}

// A brief that is gone leaves no copy; a page that is no brief, as one to sign in on, is none.
async function keep(path, answer) {
  const cache = await caches.open(BRIEFS);
  if (answer.status === 404) await cache.delete(path);
  if (!answer.ok || answer.redirected) return;
  const headers = plain(answer.headers);
  headers.set("X-Kept-At", new Date().toISOString());
  await cache.put(path, new Response(await answer.blob(), { headers }));
  const paths = await cache.keys();
  await Promise.all(paths.slice(0, Math.max(0, paths.length - MOST)).map((old) => cache.delete(old)));
}

// The copy, saying that it is one, and since when.
async function copy(path) {
  const kept = await (await caches.open(BRIEFS)).match(path);
  if (!kept) return undefined;
  const at = kept.headers.get("X-Kept-At");
  const when = { weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" };
  const said = new Date(at).toLocaleString("en-GB", when);
  const text = (await kept.text())
    .replace('data-copy="fresh"', 'data-copy="kept"')
    .replace("<time data-kept-at></time>", `<time datetime="${at}">${said}</time>`);
  return new Response(text, { headers: plain(kept.headers) });
}

// Names of styles and scripts change with their content, so a copy is never stale.
async function part(request) {
  const kept = await caches.match(request);
  if (kept) return kept;
  try {
    return await fetch(request);
  } catch {
    return (await alike(request.url)) ?? Response.error(); // a copy of a brief from before an update
  }
}

async function alike(address) {
  const stem = (url) => new URL(url).pathname.replace(/\.[0-9a-f]{12}(?=\.\w+$)/, "");
  const shell = await caches.open(SHELL);
  const found = (await shell.keys()).find((one) => stem(one.url) === stem(address));
  return found && shell.match(found);
}

async function stored(path) {
  return (await caches.match(path)) ?? Response.error();
}

function plain(headers) {
  const copied = new Headers(headers);
  ["Content-Encoding", "Content-Length", "Set-Cookie"].forEach((name) => copied.delete(name));
  return copied;
}
