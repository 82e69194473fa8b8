// Browser contexts for people, and for others after them: to make a new one is more than twice the work of clearing it.
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";

/** What outlasts a page: a context where somebody did one of these is nobody else's. */
const LASTING = {
  page: ["addInitScript", "route", "routeWebSocket", "emulateMedia", "setViewportSize", "exposeFunction"],
  context: ["addInitScript", "route", "setOffline", "grantPermissions", "newCDPSession", "exposeFunction"],
  clock: ["install", "setFixedTime", "setSystemTime", "pauseAt"],
} as const;

/** A context for one person after the other: what it was opened with, its first page, and where they went from there. */
interface Seat {
  as: string;
  page: Page;
  origin: string;
  altered: boolean;
  clear(): Promise<unknown>;
}

const seats = new WeakMap<BrowserContext, Seat>();
/** Those of a browser that nobody has now, the one that was left last first. */
const free = new WeakMap<Browser, Seat[]>();
const MOST_FREE = 4;

const freeIn = (browser: Browser): Seat[] => {
  const known = free.get(browser) ?? [];
  free.set(browser, known);
  return known;
};

/** A page for a new person, who has no cookies and nothing stored, and goes to a page of `origin`. */
export async function seat(browser: Browser, origin: string, options: BrowserContextOptions): Promise<Page> {
  const as = JSON.stringify(options);
  const waiting = freeIn(browser);
  const again = waiting.find((one) => one.as === as);
  if (again !== undefined) waiting.splice(waiting.indexOf(again), 1);
  const one = again ?? (await newSeat(browser, as, options));
  one.origin = origin;
  return one.page;
}

async function newSeat(browser: Browser, as: string, options: BrowserContextOptions): Promise<Seat> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  const one: Seat = {
    as,
    page,
    origin: "",
    // A service worker outlasts what it has stored.
    altered: options.serviceWorkers !== "block",
    clear: () => devtools.send("Storage.clearDataForOrigin", { origin: one.origin, storageTypes: "all" }),
  };
  const alters = <Name extends string>(on: Record<Name, unknown>, names: readonly Name[]) => {
    for (const name of names) {
      const does = on[name] as (...args: unknown[]) => unknown;
      Object.assign(on, {
        [name](...args: unknown[]) {
          one.altered = true;
          return does.apply(on, args);
        },
      });
    }
  };
  alters(page, LASTING.page);
  alters(context, LASTING.context);
  alters(page.clock, LASTING.clock);
  seats.set(context, one);
  return one;
}

/** Everybody in this browser has gone: what they had is cleared for others, or closed. */
export async function leaveAll(browser: Browser): Promise<void> {
  const waiting = freeIn(browser);
  for (const context of browser.contexts()) {
    const one = seats.get(context);
    if (one !== undefined && waiting.includes(one)) continue;
    if (one !== undefined && (await cleared(one))) waiting.unshift(one);
    else await context.close();
  }
  for (const { page } of waiting.splice(MOST_FREE)) await page.context().close();
}

/** Clears what somebody left behind, and says whether all of it is gone. */
async function cleared({ page, origin, altered, clear }: Seat): Promise<boolean> {
  if (altered || page.isClosed()) return false;
  const context = page.context();
  for (const other of context.pages()) if (other !== page) await other.close();
  page.removeAllListeners();
  try {
    // What a tab keeps can be cleared from a page of the same origin only, and this one puts nothing there.
    await page.goto(`${origin}/icon.svg`, { timeout: 3000 });
  } catch {
    return false;
  }
  await page.evaluate(() => sessionStorage.clear());
  await page.mouse.move(0, 0);
  await clear();
  await context.clearCookies();
  return true;
}
