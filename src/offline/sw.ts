// The service worker: opens the app where there is no network, and the room when a notification is pressed. What a room
// says never goes through it, and online the network is always asked first for what can change.

// Makes a module of this file, in which `self` can be called what it is.
export type {};

declare const self: ServiceWorkerGlobalScope;
/** Set by the build: what the first screens need, and a hash of all that. */
declare const FILES: readonly string[];
declare const VERSION: string;

const CACHES = "parlor ";
const CACHE = `${CACHES}${VERSION}`;
/** A network that has not answered a navigation after so many milliseconds is as good as none. */
const PATIENCE_MS = 4_000;
/** Chunks carry a hash of what is in them: what was fetched once is right for ever. */
const HASHED = /^\/assets\/.+-[A-Z0-9]{8}\.\w+$/;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES)));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(Promise.all([forgetOld(), self.clients.claim()]));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate") {
    const shell = pathname === "/" ? "/" : pathname.startsWith("/r/") ? "/room" : undefined;
    if (shell !== undefined) event.respondWith(networkOr(request, shell));
  } else if (HASHED.test(pathname)) event.respondWith(keptOr(request));
  else if (FILES.includes(pathname)) event.respondWith(networkOr(request, pathname));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const { url } = event.notification.data ?? {};
  if (typeof url === "string") event.waitUntil(show(new URL(url, location.origin)));
});

/** The caches of this version and of the one before, whose pages may still be open; older ones go. */
async function forgetOld(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(CACHES));
  await Promise.all(names.slice(0, -2).map((name) => caches.delete(name)));
}

/** What the network says; where it says nothing, what is kept at this path. */
async function networkOr(request: Request, path: string): Promise<Response> {
  const kept = await caches.match(path);
  if (kept === undefined) return fetch(request);
  const late = new Promise<Response>((resolve) => setTimeout(() => resolve(kept.clone()), PATIENCE_MS));
  return Promise.race([fetch(request).catch(() => kept.clone()), late]);
}

/** What is kept, or else what the network has, and that is kept. */
async function keptOr(request: Request): Promise<Response> {
  const kept = await caches.match(request);
  if (kept !== undefined) return kept;
  const response = await fetch(request);
  if (response.ok) {
    const cache = await caches.open(CACHE);
    await cache.put(request, response.clone());
  }
  return response;
}

/** Brings the room's tab to the front, at the message; or opens one. */
async function show(url: URL): Promise<void> {
  const tabs = await self.clients.matchAll({ type: "window" });
  const tab = tabs.find((each) => new URL(each.url).pathname === url.pathname);
  if (tab === undefined) {
    await self.clients.openWindow(url);
    return;
  }
  await tab.focus();
  await tab.navigate(url);
}
