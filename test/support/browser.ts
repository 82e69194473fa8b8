// People in real browsers: Chromium, one context for each, with what they would notice if something were wrong.
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { expect } from "vitest";
import { findChromium } from "./chromium.ts";
import { seat } from "./contexts.ts";

/**
 * Whether there is no browser to test in. It is said clearly, and under CI it is a failure:
 * otherwise a machine without one would pass without having looked.
 */
export const noBrowser = findChromium() === undefined;
if (noBrowser) {
  const sentence = "No Chromium or Chrome was found: the browser tests did not run. Install one, or name it in CHROME.";
  if (process.env.CI === "true") throw new Error(sentence);
  console.warn(sentence);
}

/** Somebody's browser on a page of ours. */
export interface Visitor {
  page: Page;
  /** What is on the screen, oldest first: messages and what is not sent yet. */
  lines(): Promise<string[]>;
  write(text: string): Promise<void>;
  say(text: string): Promise<void>;
  /** Waits until these lines, and no others, are on the screen. */
  sees(...texts: string[]): Promise<void>;
  /** What went wrong unnoticed: errors, policy violations, requests to somebody else. */
  troubles: string[];
}

/** For those whose service worker has a part in it: each new one fetches all of the client, to keep it. */
export const withWorker = { serviceWorkers: "allow" } as const;

/** Opens a page as a new person: no cookies, nothing stored, and no service worker where `options` don't say so. */
export async function visit(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Visitor> {
  const { host, origin } = new URL(url);
  const page = await seat(browser, origin, { locale: "en-US", serviceWorkers: "block", ...options });
  const troubles: string[] = [];
  page.on("pageerror", (error) => troubles.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" && /Content Security Policy|Trusted/i.test(message.text()))
      troubles.push(message.text());
  });
  page.on("request", (request) => {
    const asked = new URL(request.url());
    if (asked.protocol !== "data:" && asked.host !== host) troubles.push(`request: ${request.url()}`);
  });
  await page.goto(url);
  const field = page.getByRole("textbox", { name: /^(Message|訊息)$/ });
  const write = async (text: string) => field.fill(text);
  const said = page.locator("article .words, article .act");
  const lines = async () => {
    const inSight = await said.allInnerTexts();
    // What is far out of sight is not laid out, and has no inner text then.
    return (await said.allTextContents()).map((text, index) => inSight[index] || text);
  };
  return {
    page,
    troubles,
    lines,
    write,
    async say(text) {
      await write(text);
      await field.press("Enter");
    },
    async sees(...texts) {
      await expect.poll(lines, { timeout: 15_000 }).toEqual(texts);
    },
  };
}

/** How many ops a page's browser has in its store: what is there survives the page. */
export function keptOps(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open("parlor");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const [store = ""] = database.objectStoreNames;
          const rows = database.transaction(store).objectStore(store).getAll();
          rows.onsuccess = () => {
            database.close();
            resolve(rows.result.flat().length);
          };
        };
      }),
  );
}

/** The tab is looked at, or not. */
export function turn(page: Page, at: "visible" | "hidden"): Promise<void> {
  return page.evaluate((state) => {
    Object.defineProperty(document, "visibilityState", { configurable: true, value: state });
    document.dispatchEvent(new Event("visibilitychange"));
  }, at);
}

/**
 * Watches a page for what is there for a moment only, from now on and on its next pages: a poll may come too late to see it.
 * Gives a function that waits until something matched this selector and had these words.
 */
export async function watchFor(page: Page, selector: string): Promise<(words: string) => Promise<void>> {
  const watch = (what: string) => {
    const seen = new Set<string>();
    Object.assign(window, { glimpsed: seen });
    new MutationObserver(() => {
      for (const each of document.querySelectorAll(what)) seen.add(each.textContent ?? "");
    }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  };
  await page.addInitScript(watch, selector);
  await page.evaluate(watch, selector);
  const glimpsed = (): Promise<string[]> => page.evaluate("[...glimpsed]");
  return async (words) => {
    await expect.poll(async () => (await glimpsed()).some((text) => text.includes(words))).toBe(true);
  };
}
