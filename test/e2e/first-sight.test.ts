import type { Browser, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { noBrowser, visit } from "../support/browser.ts";
import { freshPath, openHouse } from "../support/house.ts";
import { joins, says as saysAll } from "../support/people.ts";

/** How much of the screen has shifted so far; what was drawn last is told of a frame later. */
const shifted = (page: Page) =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    return window.shifted;
  });
/** What it was, where something has. */
const whatShifted = (page: Page) => page.evaluate(() => window.shifts.join("; "));

/** How far down the screen the middle of a message is, from 0 to 1. */
const heightOf = (page: Page, text: string) =>
  page.locator("article", { has: page.getByText(text, { exact: true }) }).evaluate((each) => {
    const { top, height } = each.getBoundingClientRect();
    return (top + height / 2) / innerHeight;
  });

declare global {
  interface Window {
    shifted: number;
    shifts: string[];
  }
}

function countShifts() {
  window.shifted = 0;
  window.shifts = [];
  interface Shift {
    value: number;
    sources: readonly { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[];
  }
  const isShift = (entry: object): entry is Shift => "value" in entry && "sources" in entry;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (!isShift(entry)) continue;
      window.shifted += entry.value;
      for (const { node, previousRect: from, currentRect: to } of entry.sources)
        window.shifts.push(`“${node?.textContent}” from ${JSON.stringify(from)} to ${JSON.stringify(to)}`);
    }
  }).observe({ type: "layout-shift", buffered: true });
}

/** A reader who waits for a part as long as it takes: on a busy machine it may take longer than first-sight.ts waits for it. */
function bePatient() {
  const { setTimeout } = window;
  const later = (then: () => void, ms?: number) => setTimeout(then, ms === 1_500 ? 60_000 : ms);
  window.setTimeout = Object.assign(later, setTimeout);
}

describe.skipIf(noBrowser)("the first sight of a room", () => {
  const house = openHouse({ PARLOR_LIMITS: "off" });

  /** Bo's page, in which some of our scripts are on their way until they are let in. */
  async function bo(browser: Browser, path: RegExp, { patient = false } = {}) {
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
    if (patient) await page.addInitScript(bePatient);
    return { page, asked, letIn };
  }

  async function says(url: string, ...texts: string[]) {
    for (const body of texts) await fetch(url, { method: "POST", body });
  }

  /** A room where Cleo alone said these 150 lines, without a pause: its address. */
  async function talk(line: (number: number) => string) {
    const path = freshPath();
    const cleo = joins(house.served().url, path.slice(3), "Cleo");
    await saysAll(
      cleo,
      Array.from({ length: 150 }, (_, index) => line(index + 1)),
    );
    cleo.leave();
    return house.served().url + path;
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
    const { page, asked, letIn } = await bo(house.browser(), /assets\/rich-/, { patient: true });
    await page.goto(url);
    await page.getByText("last but one").waitFor();
    expect(await page.getByText("first", { exact: true }).count()).toBe(0);
    await asked;
    letIn();
    await page.getByRole("listitem").filter({ hasText: "c" }).waitFor();
    await page.getByText("first", { exact: true }).waitFor();
    const moved = await shifted(page);
    expect(moved, await whatShifted(page)).toBe(0);
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
    const url = await talk((line) => `line ${line}`);
    const { page } = await bo(house.browser(), /nothing/);
    // On a phone: there a first screen that is not full has the most room for what comes into it.
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(url);
    await page.getByText("line 150").waitFor();
    await expect.poll(() => page.locator("article").count()).toBeGreaterThanOrEqual(50);
    await page.getByRole("button", { name: "Find a message" }).waitFor();
    expect(await shifted(page)).toBeLessThan(0.001);
  });

  it("nor where a link leads out of plain talk to a message below rich ones, when the part for them comes", async () => {
    const url = await talk((line) => (line < 40 ? `- a ${line}\n- **b** ${line}` : `line ${line}`));
    const { page, asked, letIn } = await bo(house.browser(), /assets\/rich-/, { patient: true });
    await page.goto(`${url}#m42`);
    await asked;
    // Whatever would be drawn without the part is drawn by then.
    await shifted(page);
    letIn();
    await page.getByText("b 39").waitFor();
    expect(await heightOf(page, "line 42")).toBeGreaterThan(0.4);
    expect(await heightOf(page, "line 42")).toBeLessThan(0.6);
    expect(await shifted(page)).toBeLessThan(0.001);
  });

  it("what a link leads to stays where it is though the part for what is around it comes late", async () => {
    const url = await talk((line) => (line < 100 && line % 3 === 0 ? `- a ${line}\n- **b** ${line}` : `line ${line}`));
    const { page, asked, letIn } = await bo(house.browser(), /assets\/rich-/);
    await page.goto(`${url}#m41`);
    await asked;
    await page.getByText("line 41", { exact: true }).waitFor();
    const before = await heightOf(page, "line 41");
    expect(before).toBeGreaterThan(0.4);
    expect(before).toBeLessThan(0.6);
    letIn();
    await page.getByRole("listitem").filter({ hasText: "b 39" }).waitFor();
    await shifted(page);
    expect(await heightOf(page, "line 41")).toBeCloseTo(before, 2);
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
