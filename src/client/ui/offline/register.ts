// Registers the service worker, once the screen is up, and hears from it when the server has a newer client. It imports
// nothing: what it shared with the front page would be cut out of that into a file of its own.

const SCRIPT = "/sw.js";
/** A page that is seen again asks for a newer client at most this often, in milliseconds. */
const LOOK_EVERY_MS = 3_600_000;

/** What of Trusted Types is used here; browsers without them need none. */
interface Policies {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

function hasPolicies(scope: object): scope is { trustedTypes: Policies } {
  return "trustedTypes" in scope;
}

/** The one address that may become a script of a worker. Throws for any other. */
export function onlyOurs(url: string): string {
  if (url !== SCRIPT) throw new TypeError("There is one service worker here.");
  return url;
}

/** The script's address as the page's policy wants it. */
function script(scope: object = globalThis): string {
  if (!hasPolicies(scope)) return SCRIPT;
  return scope.trustedTypes.createPolicy("parlor", { createScriptURL: onlyOurs }).createScriptURL(SCRIPT);
}

/**
 * Registers it; does nothing where there are no service workers, as on plain http. `outdated` is called when a newer
 * client than this page's is ready.
 */
export async function registerServiceWorker(outdated?: () => void): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  const registration = await navigator.serviceWorker
    .register(script(), { updateViaCache: "none" })
    .catch(() => undefined);
  registration?.addEventListener("updatefound", () => {
    // Where there is little to fetch, it may be further than that by the time a tab in the background hears of it.
    const worker = registration.installing ?? registration.waiting ?? registration.active;
    const look = async () => {
      const ready = worker !== null && worker.state !== "installing" && worker.state !== "redundant";
      if (ready && (await isOlder().catch(() => false))) outdated?.();
    };
    worker?.addEventListener("statechange", look);
    void look();
  });
  let looked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || Date.now() - looked < LOOK_EVERY_MS) return;
    looked = Date.now();
    registration?.update().catch(() => undefined);
  });
}

/** Whether the newest client that was installed lacks a script that this page runs. */
async function isOlder(): Promise<boolean> {
  const newest = (await caches.keys()).findLast((name) => name.startsWith("parlor "));
  if (newest === undefined) return false;
  const there = await caches.open(newest);
  const scripts = document.querySelectorAll<HTMLScriptElement | HTMLLinkElement>("script[src], [rel=modulepreload]");
  const found = await Promise.all([...scripts].map((each) => there.match("src" in each ? each.src : each.href)));
  return found.includes(undefined);
}
