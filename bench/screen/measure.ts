// Measures the screen of a room with 10,000 messages: how soon it is there, and how soon a message is seen that comes.
import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import { joins, says } from "../../test/support/people.ts";
import { type Seen, watchPage } from "./watch.ts";

const MESSAGES = 10_000;
const OPENINGS = 15;
const APPENDS = 100;
/** Messages before the first that counts: then the page has as many rows as it ever has at the end, and warm code. */
const WARM_UP = 100;
/** Two messages are so far apart, and each time a little more, so that they come at all times between two frames. */
const APART_MS = 100;
const MORE_MS = 1.3;

type Talker = ReturnType<typeof joins>;

/** What was measured in one way: milliseconds, and how many rows of the talk the page had. */
export interface Measured {
  name: string;
  samples: number[];
  rows: number;
}

const plain = (n: number) => `Is anybody at the market? The bread is warm, and the cheese is nearly gone. ⟦${n}⟧`;
const rich = (n: number) =>
  n % 5 === 0 ? `See \`room.ts\` for **that** ⟦${n}⟧\n\n- [one](https://example.com/${n})\n- another` : plain(n);

/** Measures all of it, one after the other. The browser and the server share the machine's cores. */
export async function measure(url: string, browser: Browser): Promise<Measured[]> {
  const [ann, bo] = [joins(url, "plain", "Ann"), joins(url, "rich", "Bo")];
  await Promise.all([fill(ann, plain), fill(bo, rich)]);
  bo.leave();
  const first = await openings(browser, `${url}/r/plain`, "new visitor");
  const markdown = await openings(browser, `${url}/r/rich`, "new visitor");
  const again = await openings(browser, `${url}/r/plain`, "same visitor");

  const page = await enter(browser);
  await opened(page, `${url}/r/plain`);
  await arrivals(page, ann, MESSAGES, WARM_UP);
  const atEnd = await arrivals(page, ann, MESSAGES + WARM_UP, APPENDS);
  const rowsAtEnd = await rows(page);
  await loadAll(page);
  const reading = await arrivals(page, ann, MESSAGES + WARM_UP + APPENDS, APPENDS);
  const rowsReading = await rows(page);
  await page.context().close();
  ann.leave();

  return [
    { name: "opens for somebody new", ...first },
    { name: "… with Markdown in every fifth message", ...markdown },
    { name: "opens again", ...again },
    { name: "shows a message that comes", samples: since(atEnd, ({ shown }) => shown), rows: rowsAtEnd },
    {
      name: "counts a message that comes, all 10,000 loaded and the first being read",
      samples: since(reading, ({ drawn }) => drawn),
      rows: rowsReading,
    },
  ];
}

const fill = (talker: Talker, text: (n: number) => string) =>
  says(
    talker,
    Array.from({ length: MESSAGES }, (_, n) => text(n + 1)),
  );

async function enter(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "en-US" });
  const page = await context.newPage();
  await page.addInitScript(watchPage);
  return page;
}

const rows = (page: Page) => page.getByRole("article").count();

/** Opens a room time and again. The first time does not count: then the room wakes, and the server warms up. */
async function openings(browser: Browser, room: string, who: "new visitor" | "same visitor") {
  const samples: number[] = [];
  let page = await enter(browser);
  for (let n = 0; n <= OPENINGS; n += 1) {
    if (who === "new visitor" && n > 0) {
      await page.context().close();
      page = await enter(browser);
    }
    samples.push(await opened(page, room));
  }
  const drawn = await rows(page);
  await page.context().close();
  return { samples: samples.slice(1), rows: drawn };
}

/** Milliseconds from the start of the navigation until the last page is on the screen: all that are on it, down to the last. */
async function opened(page: Page, room: string): Promise<number> {
  await page.goto("about:blank");
  await page.goto(room);
  await page.waitForFunction((mark) => window.seen[mark]?.shown, `⟦${MESSAGES}⟧`);
  // Until it has fetched all that it fetches by itself.
  await page.waitForLoadState("networkidle");
  return page.getByRole("article").evaluateAll((articles) => {
    const top = document.querySelector("[role=log]")?.getBoundingClientRect().top ?? Number.NaN;
    const inSight = articles.filter((article) => article.getBoundingClientRect().top >= top);
    const marks = inSight.map((article) => /⟦\d+⟧/.exec(article.textContent ?? "")?.[0] ?? "");
    return Math.max(...marks.map((mark) => window.seen[mark]?.shown ?? Number.NaN));
  });
}

/** Somebody says so many things, numbered from `after` on, and the page gets them one by one. */
async function arrivals(page: Page, talker: Talker, after: number, count: number): Promise<Seen[]> {
  const marks = Array.from({ length: count }, (_, n) => `⟦${after + 1 + n}⟧`);
  for (const [n] of marks.entries()) {
    talker.send(plain(after + 1 + n));
    await sleep(APART_MS + n * MORE_MS);
  }
  await page.waitForFunction((last) => window.seen[last]?.drawn, marks.at(-1) ?? "");
  const seen = await page.evaluate(() => window.seen);
  return marks.map((mark) => seen[mark] ?? {});
}

/** Scrolls up until there is nothing older. */
async function loadAll(page: Page): Promise<void> {
  const beginning = page.getByText("This is where the room begins.");
  while (!(await beginning.isVisible())) await page.getByRole("log").evaluate((log) => log.scrollTo({ top: 0 }));
}

function since(all: readonly Seen[], until: (seen: Seen) => number | undefined): number[] {
  return all.map((seen) => (until(seen) ?? Number.NaN) - (seen.came ?? Number.NaN));
}
