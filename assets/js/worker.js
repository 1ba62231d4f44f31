// Keeps the house readable without a network. Pages and answers come from
// the network first; what was seen is kept for when there is none. Files
// with a hash in their name never change and come from here.
"use strict";
const version = "{{version}}";
const shell = ["{{shell}}"];
const offline = { id: "/luring", en: "/en/luring", jv: "/jv/luring" };

const files = "aset-" + version;
const pages = "halaman";
const answers = "jawaban";
const papers = "berkas"; // of whoever is signed in, not sent yet
const limits = { [pages]: 60, [answers]: 150 };
const patience = 4000; // ms a page may take before the kept one is shown

self.addEventListener("install", (event) => {
  event.waitUntil(
    (async () => {
      await (await caches.open(files)).addAll(shell);
      await keepOffline();
    })(),
  );
});

// The pages that stand in for others are nobody's: they are fetched without
// saying who asks.
async function keepOffline() {
  const kept = await caches.open(pages);
  await Promise.all(Object.values(offline).map((path) => kept.add(new Request(path, { cache: "reload", credentials: "omit" }))));
}

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      // Pages kept by the version before still need its files: two stay.
      const old = (await caches.keys()).filter((name) => name.startsWith("aset-") && name !== files);
      await Promise.all(old.slice(0, -1).map((name) => caches.delete(name)));
      await self.clients.claim();
    })(),
  );
});

self.addEventListener("message", (event) => {
  if (event.data === "skip") self.skipWaiting();
  else if (event.data && event.data.forget) event.waitUntil(forget(event));
  else if (event.data && event.data.keep) event.waitUntil(Promise.all([keepAll(event.data.keep), started(event.source.url)]));
});

// forget drops what was kept for whoever was signed in, and what was told to
// them when they leave, and says when it is done.
async function forget(event) {
  await Promise.all([pages, answers, papers].map((name) => caches.delete(name)));
  if (event.data.leave) await leave().catch(() => {}); // what is left ends with the session
  event.ports[0]?.postMessage("forgotten");
  await keepOffline().catch(() => {}); // without a network there is none to keep
}

const secret = (response) => response.headers.get("Cache-Control")?.includes("no-store");

async function keepAll(urls) {
  for (const url of urls) {
    if (!url) continue;
    const path = new URL(url, location).pathname;
    const where = path.startsWith("/assets/") ? files : pages;
    const cache = await caches.open(where);
    if (where === files && (await cache.match(url))) continue;
    const response = await fetch(url, where === files ? {} : { headers: { Accept: "text/html" } }).catch(() => null);
    if (response && response.ok && !secret(response)) await keep(where, new Request(url), response);
  }
}

self.addEventListener("fetch", (event) => {
  const request = event.request;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (url.pathname.startsWith("/assets/")) event.respondWith(file(request));
  else if (request.mode === "navigate") event.respondWith(page(request, url));
  else if (url.pathname.startsWith("/api/")) event.respondWith(answer(request));
});

async function file(request) {
  const hit = await caches.match(request);
  if (hit) return hit;
  const response = await fetch(request);
  if (response.ok && response.headers.get("Cache-Control")?.includes("immutable")) await keep(files, request, response.clone());
  return response;
}

async function page(request, url) {
  const kept = await (await caches.open(pages)).match(request, { ignoreVary: true });
  const fresh = fetch(request).then(async (response) => {
    if (response.ok && !response.redirected && !secret(response)) await keep(pages, request, response.clone());
    return response;
  });
  try {
    if (!kept) return await fresh;
    const late = new Promise((resolve) => setTimeout(resolve, patience, kept.clone()));
    const first = await Promise.race([fresh, late]);
    fresh.catch(() => {});
    return first.status >= 502 ? kept : first;
  } catch {
    const lang = url.pathname.startsWith("/en") ? "en" : url.pathname.startsWith("/jv") ? "jv" : "id";
    return kept || (await caches.match(offline[lang], { ignoreVary: true })) || Response.error();
  }
}

async function answer(request) {
  try {
    const response = await fetch(request);
    if (response.ok && !secret(response)) await keep(answers, request, response.clone());
    return response;
  } catch (error) {
    const kept = await (await caches.open(answers)).match(request, { ignoreVary: true });
    if (kept) return kept;
    throw error;
  }
}

// keep stores an answer and lets the oldest go when there are too many. What
// stands behind # in an address may be a secret, and is not stored.
async function keep(where, request, response) {
  if (request.url.includes("#")) request = new Request(request.url.split("#")[0]);
  const cache = await caches.open(where);
  await cache.delete(request, { ignoreVary: true });
  await cache.put(request, response).catch(() => {}); // a full phone is no reason to fail
  const limit = limits[where];
  if (!limit) return;
  const keys = (await cache.keys()).filter((key) => !Object.values(offline).includes(new URL(key.url).pathname));
  await Promise.all(keys.slice(0, -limit).map((key) => cache.delete(key)));
}
