// Whether somebody looks at a page, as a test says it: a headless browser's always is.
import type { Page } from "playwright-core";

/** Lets a test say so, from the page's next load on. */
export async function canLookAway(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const state = { away: false };
    Object.assign(window, { state });
    Object.defineProperty(document, "visibilityState", { get: () => (state.away ? "hidden" : "visible") });
    Object.defineProperty(document, "hasFocus", { value: () => !state.away });
  });
}

/** Looks away, or back. */
export function goes(page: Page, away: boolean): Promise<void> {
  return page.evaluate(`state.away = ${away}; document.dispatchEvent(new Event("visibilitychange"))`);
}
