// Finding what was said long ago.
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { noBrowser, visit, watchFor } from "../support/browser.ts";
import { freshPath, openHouse } from "../support/house.ts";
import { joins, says } from "../support/people.ts";

const sheet = (page: Page) => page.getByRole("dialog", { name: "Find a message" });
const field = (page: Page) => sheet(page).getByRole("searchbox", { name: "Find a message" });
/** What was found, each as its writer and its line. */
const hits = (page: Page) =>
  sheet(page)
    .locator("li")
    .evaluateAll((all) =>
      all.map((each) => `${each.querySelector("bdi")?.textContent}: ${each.querySelector(".said")?.textContent}`),
    );
/** Which of it is marked. */
const marks = (page: Page) => sheet(page).locator("mark").allTextContents();

describe.skipIf(noBrowser)("ann looks for a message", () => {
  const house = openHouse({ PARLOR_LIMITS: "off" });

  /** A long talk, in which bo says something once, at its beginning. */
  async function longTalk() {
    const path = freshPath();
    const bo = joins(house.served().url, path.slice(3), "Bo");
    await says(bo, ["The key is under the Mat", "鑰匙在臺北"]);
    await says(
      bo,
      Array.from({ length: 400 }, (_, index) => `line ${index + 1}`),
    );
    bo.leave();
    const ann = await visit(house.browser(), house.served().url + path);
    await ann.page.getByText("line 400", { exact: true }).waitFor();
    await ann.page.getByRole("button", { name: "Find a message" }).waitFor();
    return ann;
  }

  it("of 400 messages ago: presses, types, and goes there", async () => {
    const ann = await longTalk();
    await ann.page.getByRole("button", { name: "Find a message" }).click();
    await field(ann.page).fill("key mat");
    await expect.poll(() => hits(ann.page)).toEqual(["Bo: The key is under the Mat"]);
    expect(await marks(ann.page)).toEqual(["key", "Mat"]);
    await expect.poll(() => sheet(ann.page).getByRole("status").textContent()).toBe("1 message");
    const isLit = await watchFor(ann.page, "article.lit");
    await sheet(ann.page)
      .getByRole("button", { name: /The key/ })
      .click();
    await sheet(ann.page).waitFor({ state: "detached" });
    await isLit("The key is under the Mat");
    expect(await ann.page.locator("article", { hasText: "The key is under the Mat" }).isVisible()).toBe(true);
    expect(ann.troubles).toEqual([]);
  });

  it("with the keyboard alone, in Chinese, and back from it with Esc", async () => {
    const ann = await longTalk();
    const { keyboard } = ann.page;
    await ann.page.locator("article").last().focus();
    await keyboard.press("f");
    await expect.poll(() => field(ann.page).evaluate((each) => each === document.activeElement)).toBe(true);
    await keyboard.insertText("台北");
    await keyboard.press("Enter");
    await expect.poll(() => hits(ann.page)).toEqual(["Bo: 鑰匙在臺北"]);
    const isLit = await watchFor(ann.page, "article.lit");
    await keyboard.press("ArrowDown");
    await keyboard.press("Enter");
    await isLit("鑰匙在臺北");
    await keyboard.press("f");
    await sheet(ann.page).waitFor();
    // What she looked for is still there, chosen whole, so that what she types is in its place.
    await expect.poll(() => hits(ann.page)).toEqual(["Bo: 鑰匙在臺北"]);
    await expect.poll(() => ann.page.evaluate(() => getSelection()?.toString())).toBe("台北");
    await keyboard.insertText("zebra");
    await expect.poll(() => sheet(ann.page).getByRole("status").textContent()).toBe("Nobody said that here.");
    expect(await hits(ann.page)).toEqual([]);
    await keyboard.press("Escape");
    await sheet(ann.page).waitFor({ state: "detached" });
  });

  it("by a command, the latest first, and further back when she asks for it", async () => {
    const ann = await longTalk();
    await ann.say("/find line");
    await expect.poll(async () => (await hits(ann.page))[0]).toBe("Bo: line 400");
    await expect.poll(() => sheet(ann.page).getByRole("status").textContent()).toMatch(/^\d+ so far$/);
    const before = (await hits(ann.page)).length;
    expect(before).toBeLessThan(400);
    await sheet(ann.page).getByRole("button", { name: "Look further back" }).click();
    await expect.poll(async () => (await hits(ann.page)).length).toBeGreaterThan(before);
    const lines = await hits(ann.page);
    expect(lines).toEqual(lines.map((_, index) => `Bo: line ${400 - index}`));
    expect(await ann.lines()).not.toContain("/find line");
  });

  it("while she is disconnected: is told, keeps her words, and finds when she is back", async () => {
    const ann = await longTalk();
    await ann.page.getByRole("button", { name: "Find a message" }).click();
    await field(ann.page).fill("line 1");
    await expect.poll(async () => (await hits(ann.page)).length).toBeGreaterThan(0);
    await sheet(ann.page).getByRole("button", { name: "Close" }).click();
    await ann.page.getByRole("button", { name: "Disconnect" }).click();
    await ann.page.getByRole("button", { name: "Find a message" }).click();
    await field(ann.page).fill("key");
    await expect.poll(() => sheet(ann.page).getByRole("status").textContent()).toMatch(/^The room can't be asked now/);
    await ann.page.keyboard.press("Escape");
    await sheet(ann.page).waitFor({ state: "detached" });
    await ann.page.getByRole("banner").getByRole("button", { name: "Connect" }).click();
    await ann.page.getByText("Connected", { exact: true }).waitFor();
    await ann.page.getByRole("button", { name: "Find a message" }).click();
    await expect.poll(() => field(ann.page).inputValue()).toBe("key");
    await field(ann.page).press("Enter");
    await expect.poll(() => hits(ann.page)).toEqual(["Bo: The key is under the Mat"]);
  });
});
