// Starts the program and keeps what the browser tells before it runs.
// The page is complete without this file: it only makes it faster and live.
"use strict";
(() => {
  const me = document.currentScript;
  const fire = (name) => window.dispatchEvent(new Event(name));

  // What the Go side asks for; see package browser.
  const rumah = (window.rumah = {
    prompt: null,
    waiting: null,
    installed: () =>
      navigator.standalone === true || matchMedia("(display-mode: standalone)").matches,
    apple: () =>
      /iP(hone|ad|od)/.test(navigator.userAgent) ||
      (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1),
    install() {
      const prompt = rumah.prompt;
      rumah.prompt = null;
      if (prompt) prompt.prompt();
      fire("rumah:install");
    },
    check: () => rumah.registration && rumah.registration.update().catch(() => {}),
    update() {
      if (!rumah.waiting) return location.reload();
      navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
      rumah.waiting.postMessage("skip");
    },
    // What was typed before the program took the page over is put back after.
    typing() {
      const kept = [];
      for (const el of document.querySelectorAll("input[id],textarea[id],select[id],input[name][type=radio]")) {
        if (el.type === "hidden") continue;
        const was = el.type === "radio" || el.type === "checkbox" ? el.checked !== el.defaultChecked : "defaultValue" in el ? el.value !== el.defaultValue : false;
        if (was) kept.push([el.id ? "#" + CSS.escape(el.id) : `[name="${CSS.escape(el.name)}"][value="${CSS.escape(el.value)}"]`, el.value, el.checked]);
      }
      const focused = document.activeElement;
      const at = focused && focused.id && [focused.id, focused.selectionStart, focused.selectionEnd];
      return () =>
        setTimeout(() => {
          for (const [where, value, checked] of kept) {
            const el = document.querySelector(where);
            if (!el) continue;
            if (el.type === "radio" || el.type === "checkbox") {
              el.checked = checked;
              el.dispatchEvent(new Event("change", { bubbles: true }));
            } else {
              el.value = value;
              el.dispatchEvent(new Event("input", { bubbles: true }));
            }
          }
          const el = at && document.getElementById(at[0]);
          if (el && el !== document.activeElement) {
            el.focus({ preventScroll: true });
            if (at[1] != null && el.setSelectionRange) el.setSelectionRange(at[1], at[2]);
          }
          fire("rumah:siap");
          document.documentElement.dataset.siap = "";
        });
    },
  });

  // Who reads is another one after somebody came in or went out. A page that
  // the back button takes out of memory, or that is open in another tab, may
  // still be theirs who have gone: it is loaded anew.
  const mark = "pembaca";
  const reader = () => {
    try {
      return localStorage.getItem(mark);
    } catch {
      return null;
    }
  };
  const met = reader();
  addEventListener("pageshow", (event) => event.persisted && reader() !== met && location.reload());
  addEventListener("storage", (event) => event.key === mark && "now" in me.dataset && location.reload());
  rumah.another = () => {
    try {
      localStorage.setItem(mark, String(Date.now()));
    } catch {
      // Without a memory for sites there is none for pages either.
    }
  };

  // Names that go-app looks up on the window.
  window.goappGetenv = (key) =>
    ({
      GOAPP_INTERNAL_URLS: JSON.stringify(["tel:", "geo:", location.origin + "/api/", location.origin + "/assets/"]),
      GOAPP_VERSION: me.dataset.version,
    })[key] || "";
  window.goappOnUpdate = window.goappOnAppInstallChange = window.goappNav = () => {};

  addEventListener("popstate", () => (window.rumahBack = true));
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    rumah.prompt = event;
    fire("rumah:install");
  });
  addEventListener("appinstalled", () => {
    rumah.prompt = null;
    fire("rumah:install");
  });

  // The line on top says that the program is on its way. It does not count:
  // reading the stream here would keep the browser from compiling it aside
  // and from remembering the result.
  const line = document.getElementById("muat");

  async function run() {
    if (!me.dataset.wasm || typeof WebAssembly !== "object" || /bot|crawl|spider/i.test(navigator.userAgent)) return;
    const late = setTimeout(() => (line.hidden = false), 400);
    try {
      const go = new Go();
      const { instance } = await WebAssembly.instantiateStreaming(fetch(me.dataset.wasm), go.importObject);
      clearTimeout(late);
      line.hidden = true;
      go.run(instance);
      keep();
    } catch (error) {
      clearTimeout(late);
      line.hidden = true; // the page goes on as plain pages
      early = "";
      console.warn("program not started:", error);
    }
  }

  // On a page that is nothing without the program, a form sent before it is
  // there is kept and sent by it as soon as it is: nothing has to be typed or
  // pressed twice on a slow line.
  let early = null;
  const ready = () => "siap" in document.documentElement.dataset;
  if ("now" in me.dataset && me.dataset.wasm && typeof WebAssembly === "object") {
    addEventListener("submit", (event) => {
      if (ready() || early === "") return;
      event.preventDefault();
      early = event.target.getAttribute("action");
      event.submitter?.setAttribute("aria-busy", "true");
    });
    addEventListener("rumah:siap", () => {
      const form = early && [...document.forms].find((f) => f.getAttribute("action") === early);
      early = "";
      if (form) setTimeout(() => form.requestSubmit());
    });
  }

  // The worker keeps for offline use what this page has loaded anyway.
  function keep() {
    if (!navigator.serviceWorker) return;
    navigator.serviceWorker.ready.then((registration) => {
      registration.active.postMessage({ keep: [me.dataset.wasm, location.href] });
    });
  }

  async function worker() {
    if (!navigator.serviceWorker) return;
    const registration = (rumah.registration = await navigator.serviceWorker.register("/worker.js"));
    const waits = () => {
      if (!registration.waiting || !navigator.serviceWorker.controller) return;
      rumah.waiting = registration.waiting;
      fire("rumah:update");
    };
    registration.addEventListener("updatefound", () => {
      const next = registration.installing;
      next.addEventListener("statechange", () => next.state === "installed" && waits());
    });
    waits();
  }

  // Somebody who opens one page to read it need not pay for the program: it
  // comes with the first sign of more. Who has been here before, or installed
  // the app, has it already and gets it at once; so does a page that is nothing
  // without it.
  const signs = ["pointerdown", "keydown", "touchstart", "wheel", "scroll"];
  function start() {
    worker().catch(() => {});
    if ("now" in me.dataset || rumah.installed() || (navigator.serviceWorker && navigator.serviceWorker.controller)) return run();
    const first = () => {
      for (const sign of signs) removeEventListener(sign, first);
      run();
    };
    for (const sign of signs) addEventListener(sign, first, { passive: true });
  }
  if (document.readyState === "complete") start();
  else addEventListener("load", start);
})();
