// The scroll contract, in pixels.
import type { Locator } from "playwright-core";
import { describe, expect, it } from "vitest";
import { PAGE_MESSAGES } from "../../src/protocol/limits.ts";
import { noBrowser, type Visitor, visit, watchFor } from "../support/browser.ts";
import { freshPath, openHouse } from "../support/house.ts";
import { joins, says } from "../support/people.ts";

const LONG = 10_000;

/** Where an element stands on the screen, in pixels from the top. */
const topOf = (element: Locator) => element.evaluate((row) => row.getBoundingClientRect().top);
const timeline = ({ page }: Visitor) => page.getByRole("log");
const row = ({ page }: Visitor, text: string) =>
  page.locator("article", { has: page.getByText(text, { exact: true }) });
/** How far the last pixel of the talk is below what is in sight. */
const below = (visitor: Visitor) =>
  timeline(visitor).evaluate((log) => log.scrollHeight - log.scrollTop - log.clientHeight);
const rowsOf = (visitor: Visitor) =>
  timeline(visitor).evaluate((log) => log.querySelectorAll("article, .divider").length);
const scrollBy = (visitor: Visitor, pixels: number) =>
  timeline(visitor).evaluate((log, by) => log.scrollBy({ top: by, behavior: "instant" }), pixels);

/** A picture of no known size comes into a message, as late as pictures come. */
const growsLate = (message: Locator, height: number) =>
  message.evaluate((article, px) => {
    const image = new Image(20, px);
    image.src = `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="20" height="${px}"/>`)}`;
    article.querySelector(".words")?.append(image);
    return image.decode();
  }, height);

describe.skipIf(noBrowser)("The talk under Bo's eye", () => {
  const house = openHouse({ PARLOR_LIMITS: "off" });

  /** Bo in a room where these were said, and Cleo, who can say more. */
  async function bosRoom(lines: number, viewport = { width: 1000, height: 700 }) {
    const path = freshPath();
    const cleo = joins(house.served().url, path.slice(3), "Cleo");
    await says(
      cleo,
      Array.from({ length: lines }, (_, index) => `line ${index + 1}`),
    );
    const bo = await visit(house.browser(), house.served().url + path, { viewport });
    await row(bo, `line ${lines}`).waitFor();
    // At first there are as many as fill the screen, and the others of the first page when there is time for them.
    const atLeast = Math.min(lines, PAGE_MESSAGES);
    await expect.poll(() => bo.page.locator("article").count()).toBeGreaterThanOrEqual(atLeast);
    return { bo, cleo, path };
  }

  it("stays at the end while he is there: new lines, late pictures, a taller composer, the keyboard of a phone", async () => {
    const { bo, cleo } = await bosRoom(60);
    expect(await below(bo)).toBeLessThan(2);
    await growsLate(row(bo, "line 58"), 400);
    await expect.poll(() => below(bo)).toBeLessThan(2);
    cleo.send("one more");
    await row(bo, "one more").waitFor();
    await expect.poll(() => below(bo)).toBeLessThan(2);
    await bo.write("a\nb\nc\nd\ne");
    await expect.poll(() => below(bo)).toBeLessThan(2);
    await bo.page.setViewportSize({ width: 1000, height: 380 });
    await expect.poll(() => below(bo)).toBeLessThan(2);
    await bo.page.setViewportSize({ width: 1000, height: 700 });
    await expect.poll(() => below(bo)).toBeLessThan(2);
    cleo.leave();
  });

  it("stays where he has just gone to, though something is drawn before the browser tells of it", async () => {
    const { bo, cleo } = await bosRoom(200);
    cleo.react(190, "🎉", true);
    await bo.page.locator(".chip").first().waitFor({ state: "attached" });
    await expect.poll(() => rowsOf(bo)).toBeGreaterThan(50);
    const tops = await timeline(bo).evaluate(async (log) => {
      const mark = [...log.querySelectorAll("article")].find((each) => each.textContent?.includes("line 170"));
      const chip = log.querySelector<HTMLElement>(".chip");
      log.scrollBy({ top: -700, behavior: "instant" });
      const before = mark?.getBoundingClientRect().top;
      // In the same task: what is drawn then comes before the scroll event.
      chip?.click();
      for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
      return [before, mark?.getBoundingClientRect().top];
    });
    expect(tops[1]).toBeCloseTo(tops[0] ?? Number.NaN, 0);
    expect(await below(bo)).toBeGreaterThan(600);
    await expect.poll(() => bo.page.locator('.chip[aria-pressed="true"]').count()).toBe(1);
    cleo.leave();
  });

  it("ends above a keyboard that lies over the page, as on an iPhone", async () => {
    const { bo, cleo } = await bosRoom(60, { width: 390, height: 700 });
    const shrinkTo = (height: number) =>
      bo.page.evaluate((px) => {
        Object.defineProperty(window.visualViewport, "height", { configurable: true, value: px });
        window.visualViewport?.dispatchEvent(new Event("resize"));
      }, height);
    await shrinkTo(380);
    const end = (element: Locator) => element.evaluate((each) => each.getBoundingClientRect().bottom);
    await expect.poll(() => end(bo.page.getByRole("textbox", { name: "Message" }))).toBeLessThanOrEqual(380);
    await expect.poll(() => below(bo)).toBeLessThan(2);
    expect(await end(row(bo, "line 60"))).toBeLessThan(380);
    await shrinkTo(700);
    await expect.poll(() => below(bo)).toBeLessThan(2);
    await expect.poll(() => end(bo.page.getByRole("textbox", { name: "Message" }))).toBeGreaterThan(600);
    cleo.leave();
  });

  it("does not move when he reads above and lines come, pictures load above and below, older pages are put before", async () => {
    const { bo, cleo } = await bosRoom(130);
    await scrollBy(bo, -600);
    const eye = row(bo, "line 108");
    await eye.scrollIntoViewIfNeeded();
    const before = await topOf(eye);
    const moved = async () => Math.abs((await topOf(eye)) - before);
    cleo.send("news from the end");
    await bo.page.getByRole("button", { name: /1 new message/ }).waitFor();
    expect(await moved()).toBeLessThan(2);
    await growsLate(row(bo, "line 84"), 300);
    await expect.poll(moved).toBeLessThan(2);
    await growsLate(row(bo, "line 129"), 300);
    await expect.poll(moved).toBeLessThan(2);
    await bo.write("a\nb\nc\nd");
    await expect.poll(moved).toBeLessThan(2);
    const first = row(bo, "line 81");
    await first.scrollIntoViewIfNeeded();
    const stood = await topOf(first);
    await row(bo, "line 31").waitFor({ state: "attached" });
    await expect.poll(async () => Math.abs((await topOf(first)) - stood)).toBeLessThan(2);
    cleo.leave();
  });

  it("does not lose a word's place at the top of the page, when what stands before it is drawn", async () => {
    const { bo, cleo } = await bosRoom(300);
    // More is loaded than the page holds at the end.
    await expect
      .poll(async () => {
        await scrollBy(bo, -100_000);
        return rowsOf(bo);
      })
      .toBeGreaterThan(140);
    await bo.page.getByRole("button", { name: "Jump to latest" }).click();
    await expect.poll(() => rowsOf(bo)).toBeLessThan(130);
    await expect.poll(() => below(bo)).toBeLessThan(2);
    const first = bo.page.locator("article").first();
    const text = (await first.locator(".words").textContent()) ?? "";
    const words = row(bo, text).locator(".words");
    const before = await words.evaluate((each) => {
      each.closest('[role="log"]')?.scrollTo({ top: 0, behavior: "instant" });
      return each.getBoundingClientRect().top;
    });
    await expect.poll(() => first.locator(".words").textContent()).not.toBe(text);
    expect(Math.abs((await topOf(words)) - before)).toBeLessThan(2);
    cleo.leave();
  });

  it("goes to the end when he says something himself, and by the button that counts what is new", async () => {
    const { bo, cleo } = await bosRoom(80);
    await scrollBy(bo, -1500);
    for (const text of ["one", "two", "three"]) cleo.send(text);
    await bo.page.getByRole("button", { name: "3 new messages" }).click();
    await expect.poll(() => below(bo)).toBeLessThan(2);
    await scrollBy(bo, -1500);
    await bo.say("here I am");
    await row(bo, "here I am").waitFor();
    await expect.poll(() => below(bo)).toBeLessThan(2);
    cleo.leave();
  });

  it("is not seen by him once he has gone up, though the browser is still to tell of it", async () => {
    const { bo, cleo } = await bosRoom(80);
    // He goes up in the very task in which the first of them arrives.
    await timeline(bo).evaluate((log) => {
      const read = Object.getOwnPropertyDescriptor(MessageEvent.prototype, "data")?.get;
      Object.defineProperty(MessageEvent.prototype, "data", {
        get() {
          const data = read?.call(this);
          if (String(data).includes('"one"')) log.scrollBy({ top: -1500, behavior: "instant" });
          return data;
        },
      });
    });
    for (const text of ["one", "two", "three"]) cleo.send(text);
    await bo.page.getByRole("button", { name: "3 new messages" }).waitFor();
    cleo.leave();
  });

  it("is never more than 300 rows of ten thousand, all the way up and all the way down", async () => {
    const { bo, cleo } = await bosRoom(LONG);
    let most = 0;
    for (let lines = 0; lines < 700; lines += 60) {
      await timeline(bo).evaluate((log) => log.scrollTo({ top: 0, behavior: "instant" }));
      await expect.poll(() => timeline(bo).evaluate((log) => log.scrollTop)).toBeGreaterThan(0);
      most = Math.max(most, await rowsOf(bo));
    }
    expect(most).toBeGreaterThan(200);
    expect(most).toBeLessThanOrEqual(300);
    await expect(row(bo, `line ${LONG}`).count()).resolves.toBe(0);
    cleo.send("meanwhile");
    await bo.page.getByRole("button", { name: /1 new message/ }).waitFor();
    while ((await row(bo, "meanwhile").count()) === 0) {
      await scrollBy(bo, 100_000);
      expect(await rowsOf(bo)).toBeLessThanOrEqual(300);
      await bo.page.waitForTimeout(30);
    }
    await scrollBy(bo, 100_000);
    await expect.poll(() => below(bo)).toBeLessThan(2);
    cleo.leave();
  });

  it("is around the message that a link names, and reads on from there to the end", async () => {
    const { bo, cleo, path } = await bosRoom(400);
    const ann = await visit(house.browser(), house.served().url, {
      viewport: { width: 1000, height: 700 },
    });
    const isLit = await watchFor(ann.page, "article.lit");
    await ann.page.goto(`${house.served().url}${path}#m57`);
    const linked = row(ann, "line 57");
    await linked.waitFor();
    await isLit("line 57");
    const middle = (await topOf(linked)) - (await topOf(timeline(ann)));
    expect(middle).toBeGreaterThan(200);
    expect(middle).toBeLessThan(450);
    while ((await row(ann, "line 400").count()) === 0) {
      await scrollBy(ann, 100_000);
      await ann.page.waitForTimeout(30);
    }
    const texts = await ann.lines();
    const numbers = texts.map((text) => Number(text.slice(5)));
    expect(numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1)).toBe(true);
    await ann.page.goto(`${house.served().url}${path}#m58`);
    await row(ann, "line 58").waitFor();
    await ann.page.getByRole("button", { name: "Jump to latest" }).click();
    await row(ann, "line 400").waitFor();
    await expect.poll(() => below(ann)).toBeLessThan(2);
    for (const who of [bo, ann]) expect(who.troubles).toEqual([]);
    cleo.leave();
  });

  it("says so when a link names a message that is not there, and shows the latest", async () => {
    const { cleo, path } = await bosRoom(3);
    const ann = await visit(house.browser(), house.served().url);
    const isSaid = await watchFor(ann.page, "[role=status]");
    await ann.page.goto(`${house.served().url}${path}#m999`);
    await isSaid("A message that isn't there any more");
    await row(ann, "line 3").waitFor();
    cleo.leave();
  });
});
