// Shows what the house tells while nobody looks. Every push shows something,
// whatever came of its content: a phone that was told silently a few times is
// told no more. Nothing here needs the program, or a page.
const says = "{{says}}"; // for news that cannot be read, by language
const pictures = "{{pictures}}";

// What the worker must know the next time it wakes is kept in a cache, one
// entry for each thing: it may be ended between any two lines.
const news = "kabar";
const entry = (name) => new Request("/-/kabar/" + encodeURIComponent(name));
const shownKept = 100;

async function remember(name, value) {
  await (await caches.open(news)).put(entry(name), new Response(JSON.stringify(value)));
}

async function recall(name) {
  return (await (await caches.open(news)).match(entry(name)))?.json();
}

// Pushes that come together are shown one after the other, so that none that
// was shown is taken for new.
let turn = Promise.resolve();
const inTurn = (job) => (turn = turn.then(job, job));

self.addEventListener("push", (event) => {
  const told = read(event.data);
  event.waitUntil(inTurn(() => show(told)).then(() => told && report("shown-" + told.id, "/api/inbox/receipts", { receipt: told.receipt, opened: false })));
});

// read is what a push says; null for nothing that can be read.
function read(data) {
  try {
    const told = data.json();
    return told.id && told.title && told.receipt ? told : null;
  } catch {
    return null;
  }
}

async function show(told) {
  try {
    await showTold(told);
  } catch {
    await showSomething();
  }
  await noteSubscription().catch(() => {});
}

// showTold shows a message. One that was shown before, and one that came too
// late, does not ring.
async function showTold(told) {
  const quiet = told.dies < Date.now() || (await recall("shown-" + told.id)) === true;
  const options = {
    body: told.body,
    tag: told.tag,
    lang: told.lang,
    timestamp: told.at,
    icon: pictures.icon,
    badge: pictures.badge,
    silent: quiet,
    renotify: !quiet && told.again && !!told.tag,
    requireInteraction: !quiet && told.urgent,
    actions: [{ action: "open", title: (says[told.lang] || says.id).open }],
    data: { url: told.url, receipt: told.receipt, id: told.id },
  };
  if (!quiet && told.urgent) options.vibrate = [500, 200, 500, 200, 900];
  await registration.showNotification(told.title, options);
  await remember("shown-" + told.id, true);
  await prune();
  await navigator.setAppBadge?.(told.unread).catch(() => {}); // an app that is not installed has no icon
}

// showSomething says that there is news, and leads to it.
async function showSomething() {
  const lang = await language();
  const { title, body, open } = says[lang];
  await registration.showNotification(title, {
    body,
    lang,
    tag: news,
    icon: pictures.icon,
    badge: pictures.badge,
    actions: [{ action: "open", title: open }],
    data: { url: (lang === "id" ? "" : "/" + lang) + "/kotak" },
  });
}

const windows = () => clients.matchAll({ type: "window", includeUncontrolled: true });
const languageOf = (url) => /^\/(en|jv)(\/|$)/.exec(new URL(url, location).pathname)?.[1] || "id";

// language is that of the page somebody has open, or had last.
async function language() {
  const [open] = await windows();
  return open ? languageOf(open.url) : (await recall("language")) || "id";
}

async function prune() {
  const cache = await caches.open(news);
  const shown = (await cache.keys()).filter((key) => key.url.includes("/kabar/shown-"));
  await Promise.all(shown.slice(0, -shownKept).map((key) => cache.delete(key)));
}

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const { url, receipt, id } = event.notification.data || {};
  event.waitUntil(Promise.all([openAt(url), receipt && report("opened-" + id, "/api/inbox/receipts", { receipt, opened: true })]));
});

// openAt brings somebody to a screen: in a window that shows it, in one that
// is open, or in a new one. Screens at places are left where they are.
async function openAt(path) {
  let url = new URL(path || "/kotak", location);
  if (url.origin !== location.origin) url = new URL("/kotak", location);
  const open = (await windows()).filter((w) => !/^\/(papan|kios)\//.test(new URL(w.url).pathname));
  const there = open.find((w) => new URL(w.url).pathname === url.pathname);
  const window = there || open[0];
  if (!window) return clients.openWindow(url.href);
  await window.focus().catch(() => {}); // the browser decides who may come to the front
  if (!there) await window.navigate(url.href).catch(() => clients.openWindow(url.href)); // not every window is ours to lead
}

// report tells the house something once, now or when there is a network.
async function report(name, path, body) {
  await remember("send-" + name, { path, body });
  await send();
}

async function send() {
  const cache = await caches.open(news);
  const waiting = (await cache.keys()).filter((key) => key.url.includes("/kabar/send-"));
  for (const key of waiting) {
    const { path, body } = await (await cache.match(key)).json();
    const init = { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
    const answer = await fetch(path, init).catch(() => null);
    if (!answer || answer.status === 429 || answer.status >= 500) {
      await registration.sync?.register(news).catch(() => {}); // else with the next push or start
      return;
    }
    await cache.delete(key);
  }
}

self.addEventListener("sync", (event) => event.tag === news && event.waitUntil(send()));

// started is told of each start of the program.
async function started(url) {
  await remember("language", languageOf(url));
  await noteSubscription();
  await send();
}

const text64 = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");

// noteSubscription keeps what is needed to replace a subscription: browsers
// that renew one do not all tell which it was.
async function noteSubscription() {
  const now = await registration.pushManager?.getSubscription();
  if (now?.options?.applicationServerKey) await remember("subscription", { endpoint: now.endpoint, key: text64(now.options.applicationServerKey) });
}

self.addEventListener("pushsubscriptionchange", (event) => event.waitUntil(renew(event)));

async function renew(event) {
  const last = await recall("subscription");
  const unsent = await recall("send-renewed");
  const old = unsent?.body.old || event.oldSubscription?.endpoint || last?.endpoint;
  const key = event.oldSubscription?.options?.applicationServerKey || last?.key;
  const fresh = event.newSubscription || (key && (await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })));
  if (!old || !fresh) return; // the next start of the app connects it
  const { endpoint, keys } = fresh.toJSON();
  await noteSubscription();
  await report("renewed", "/api/inbox/devices/renewed", { old, endpoint, p256dh: keys.p256dh, auth: keys.auth });
}

// leave takes away what was told to somebody who signs out.
async function leave() {
  await caches.delete(news);
  for (const shown of await registration.getNotifications()) shown.close();
  await navigator.clearAppBadge?.().catch(() => {});
  await (await registration.pushManager?.getSubscription())?.unsubscribe();
}
