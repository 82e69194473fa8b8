import type { Browser, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { noBrowser, visit } from "../support/browser.ts";
import { freshPath, openHouse } from "../support/house.ts";
import { joins, says as saysAll } from "../support/people.ts";

/** How much of the screen has shifted so far. */
const shifted = (page: Page) => page.evaluate(() => window.shifted);

declare global {
  interface Window {
    shifted: number;
  }
}

function countShifts() {
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if ("value" in entry) window.shifted += Number(entry.value);
  }).observe({ type: "layout-shift", buffered: true });
}

describe.skipIf(noBrowser)("the first sight of a room", () => {
  const house = openHouse({ PARLOR_LIMITS: "off" });

  /** Bo's page, in which some of our scripts are on their way until they are let in. */
  async function bo(browser: Browser, path: RegExp) {
    // A service worker's requests are out of a test's reach.
    const page = await (await browser.newContext({ locale: "en-US", serviceWorkers: "block" })).newPage();
    const { promise: open, resolve: letIn } = Promise.withResolvers<void>();
    const asked = new Promise<void>((resolve) => {
      void page.route(path, async (route) => {
        resolve();
        await open;
        await route.continue();
      });
    });
    await page.addInitScript(countShifts);
    return { page, asked, letIn };
  }

  async function says(url: string, ...texts: string[]) {
    for (const body of texts) await fetch(url, { method: "POST", body });
  }

  it("bo's browser calls the room while its client is on its way, and that one call is taken", async () => {
    const url = house.served().url + freshPath();
    await says(url, "hello");
    const { page, asked, letIn } = await bo(house.browser(), /assets\/chunk-/);
    const calls: string[] = [];
    page.on("websocket", (socket) => calls.push(socket.url()));
    const called = page.waitForEvent("websocket");
    await page.goto(url, { waitUntil: "commit" });
    await Promise.all([asked, called]);
    expect(await page.getByText("hello").count()).toBe(0);
    letIn();
    await page.getByText("hello").waitFor();
    await page.getByText("Connected").waitFor();
    expect(calls).toEqual([url.replace("http", "ws")]);
  });

  it("nobody is called where there can be no such room", async () => {
    const { url } = house.served();
    const ann = await visit(house.browser(), `${url}/r/no%20room`);
    const calls: string[] = [];
    ann.page.on("websocket", (socket) => calls.push(socket.url()));
    await ann.page.reload();
    await ann.page.getByRole("heading", { name: "No room can have this name" }).waitFor();
    expect(calls).toEqual([]);
  });

  it("what nothing can move any more is read while the rest waits for its part, and nothing moves when that comes", async () => {
    const url = house.served().url + freshPath();
    await says(url, "first", "- a\n- b\n- **c**", "last but one", "last");
    const { page, asked, letIn } = await bo(house.browser(), /assets\/rich-/);
    await page.goto(url);
    await page.getByText("last but one").waitFor();
    expect(await page.getByText("first", { exact: true }).count()).toBe(0);
    await asked;
    letIn();
    await page.getByRole("listitem").filter({ hasText: "c" }).waitFor();
    await page.getByText("first", { exact: true }).waitFor();
    expect(await shifted(page)).toBe(0);
  });

  it("what bo reads stays where it is when somebody says something richer meanwhile", async () => {
    const url = house.served().url + freshPath();
    await says(url, "**bold**", "plain");
    const { page, asked, letIn } = await bo(house.browser(), /assets\/rich-/);
    await page.goto(url);
    await page.getByText("plain", { exact: true }).waitFor();
    await asked;
    await says(url, "- richer");
    await page.getByText("richer").waitFor();
    expect(await page.getByText("plain", { exact: true }).count()).toBe(1);
    letIn();
    await page.locator("strong", { hasText: "bold" }).waitFor();
  });

  it("nothing moves in a room where one person said a hundred lines, when there is time for those out of sight", async () => {
    const path = freshPath();
    const url = house.served().url + path;
    const cleo = joins(house.served().url, path.slice(3), "Cleo");
    await saysAll(
      cleo,
      Array.from({ length: 150 }, (_, index) => `line ${index + 1}`),
    );
    cleo.leave();
    const { page, letIn } = await bo(house.browser(), /nothing/);
    letIn();
    await page.goto(url);
    await page.getByText("line 150").waitFor();
    await expect.poll(() => page.locator("article").count()).toBeGreaterThanOrEqual(50);
    await page.getByRole("button", { name: "Find a message" }).waitFor();
    expect(await shifted(page)).toBeLessThan(0.001);
  });

  it("nor where a link leads to a message in the middle of rich ones, when the part for them comes", async () => {
    const path = freshPath();
    const url = house.served().url + path;
    const cleo = joins(house.served().url, path.slice(3), "Cleo");
    await saysAll(
      cleo,
      Array.from({ length: 150 }, (_, index) => `- a ${index + 1}\n- **b** ${index + 1}`),
    );
    cleo.leave();
    const { page, asked, letIn } = await bo(house.browser(), /assets\/rich-/);
    await page.goto(`${url}#m40`);
    await asked;
    letIn();
    const row = page.locator("article.lit");
    await row.waitFor();
    await expect.poll(() => page.locator("article").count()).toBeGreaterThan(30);
    const middle = await row.evaluate((each) => {
      const { top, height } = each.getBoundingClientRect();
      return (top + height / 2) / innerHeight;
    });
    expect(middle).toBeGreaterThan(0.25);
    expect(middle).toBeLessThan(0.75);
    expect(await shifted(page)).toBeLessThan(0.001);
  });

  it("where that part does not come, all is read as it was written", async () => {
    const url = house.served().url + freshPath();
    await says(url, "first", "**bold**");
    const { page } = await bo(house.browser(), /assets\/rich-/);
    await page.goto(url);
    await page.getByText("**bold**").waitFor();
    await page.getByText("first", { exact: true }).waitFor();
  });
});
