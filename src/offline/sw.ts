// The service worker: opens the app where there is no network, and shows what is pushed. What a room says to its pages never
// goes through it, and online the network is always asked first for what can change.
import { listenForPushes } from "./push.ts";

declare const self: ServiceWorkerGlobalScope;
/** Set by the build: what the first screens need, what else of the client is small, and a hash of all that. */
declare const FIRST: readonly string[];
declare const LATER: readonly string[];
declare const VERSION: string;

const CACHES = "parlor ";
const CACHE = `${CACHES}${VERSION}`;
/** A network that has not answered a navigation after so many milliseconds is as good as none. */
const PATIENCE_MS = 4_000;
/** Chunks carry a hash of what is in them: what was fetched once is right for ever. */
const HASHED = /^\/assets\/.+-[A-Z0-9]{8}\.\w+$/;
/** A room's own page, and nothing below it. */
const ROOM = /^\/r\/[^/]+\/?$/;

/** Pages whose shell was a kept one: so are their scripts and styles, for a build is whole, and nobody waits twice. */
const offline = new Set<string>();

self.addEventListener("install", (event) => {
  event.waitUntil(keepBuild());
});

self.addEventListener("activate", (event) => {
  event.waitUntil(Promise.all([forgetOld(), self.clients.claim()]));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate") {
    const shell = pathname === "/" ? "/" : ROOM.test(pathname) ? "/room" : undefined;
    if (shell !== undefined) event.respondWith(page(event, shell));
  } else if (HASHED.test(pathname)) event.respondWith(chunk(request));
  else if (FIRST.includes(pathname)) event.respondWith(entry(event, pathname));
});

listenForPushes();

/** Our caches, one for each build, the newest last. */
async function builds(): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(CACHES));
}

/** Keeps what the first screens need, all of it or nothing, and of the rest what can be had. */
async function keepBuild(): Promise<void> {
  // After a rollback it may be here already, among older ones.
  await caches.delete(CACHE);
  try {
    const cache = await caches.open(CACHE);
    await cache.addAll(FIRST);
    await Promise.allSettled(LATER.map((path) => cache.add(path)));
  } catch (fault) {
    await caches.delete(CACHE);
    throw fault;
  }
}

/** The caches of this build and of the one before, whose pages may still be open, stay; older ones go. */
async function forgetOld(): Promise<void> {
  const others = (await builds()).filter((name) => name !== CACHE);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
}

/** What is kept at this path, of the newest build that is here: one that waits for its turn is no less whole for that. */
async function kept(path: string): Promise<Response | undefined> {
  for (const name of (await builds()).reverse()) {
    const found = await (await caches.open(name)).match(path);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The page from the network; or, where that fails or says nothing for long, the kept shell. */
async function page({ request, resultingClientId }: FetchEvent, shell: string): Promise<Response> {
  const asked = fetch(request).catch(() => undefined);
  const found = await kept(shell);
  if (found === undefined) return (await asked) ?? Response.error();
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS, undefined));
  const answer = await Promise.race([asked, late]);
  if (answer !== undefined && answer.status < 500) return answer;
  offline.add(resultingClientId);
  return found;
}

/** A file that each build writes anew under the same name: the network's, unless the page itself is a kept one. */
async function entry({ request, clientId }: FetchEvent, path: string): Promise<Response> {
  const found = await kept(path);
  if (found !== undefined && offline.has(clientId)) return found;
  return fetch(request).catch(() => found ?? Response.error());
}

/** What is kept, of whichever build, or else what the network has, and that is kept. */
async function chunk(request: Request): Promise<Response> {
  const found = await caches.match(request);
  if (found !== undefined) return found;
  const response = await fetch(request);
  if (response.ok) {
    const cache = await caches.open(CACHE);
    await cache.put(request, response.clone());
  }
  return response;
}
