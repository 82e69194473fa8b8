import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { noBrowser, visit } from "../support/browser.ts";
import { freshPath, openHouse } from "../support/house.ts";

const fieldOf = (page: Page) => page.getByRole("textbox", { name: "Message" });
const options = (page: Page) => page.getByRole("listbox").getByRole("option");
const writes = (page: Page, text: string) => expect.poll(() => fieldOf(page).inputValue()).toBe(text);

describe.skipIf(noBrowser)("Ann, who wants an emoji,", () => {
  const house = openHouse();
  const anns = async (options = {}) => {
    const ann = await visit(house.browser(), house.served().url + freshPath(), options);
    return { ann, page: ann.page, field: fieldOf(ann.page) };
  };
  it("searches, walks and chooses by keys, and closes with Esc", async () => {
    const { ann, page, field } = await anns();
    await field.pressSequentially("so ");
    const button = page.getByRole("button", { name: "Emoji" });
    await button.focus();
    await button.press("Enter");
    const search = page.getByRole("searchbox", { name: "Search emoji" });
    await expect.poll(() => search.evaluate((element) => element === document.activeElement)).toBe(true);
    await search.press("Escape");
    await expect.poll(() => button.evaluate((element) => element === document.activeElement)).toBe(true);
    await button.press("Enter");
    await search.fill("tada");
    await options(page).first().waitFor();
    await search.press("Enter");
    await writes(page, "so 🎉");
    await button.press("Enter");
    await page.getByText("Recently used").waitFor();
    await search.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await expect.poll(() => field.inputValue()).toMatch(/^so 🎉\p{RGI_Emoji}$/v);
    expect(ann.troubles).toEqual([]);
  });

  it("keeps those open that she opens as soon as she has closed them", async () => {
    const { page } = await anns();
    const button = page.getByRole("button", { name: "Emoji" });
    await button.click();
    await options(page).first().waitFor();
    await button.evaluate(async (opener: HTMLElement) => {
      // All before the next frame.
      for (const open of [false, true]) {
        opener.click();
        while ((document.querySelector(".emoji-picker") !== null) !== open) await Promise.resolve();
      }
      document.querySelector<HTMLElement>(".emoji-picker input")?.focus();
      for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    });
    expect(await options(page).count()).toBeGreaterThan(0);
  });

  it("finds them under her thumb, without raising the keyboard", async () => {
    const { ann, page, field } = await anns({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    await page.getByRole("button", { name: "Emoji" }).tap();
    const sheet = page.getByRole("dialog");
    await sheet.getByRole("button", { name: "Animals and nature" }).tap();
    const cat = sheet.getByRole("option", { name: "cat face", exact: true });
    expect((await cat.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await cat.tap();
    await writes(page, "🐱");
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(false);
    await page.getByRole("button", { name: "Send" }).tap();
    await ann.sees("🐱");
    expect(ann.troubles).toEqual([]);
  });

  it("has a few where the data can't be had", async () => {
    const { ann, page } = await anns();
    await page.route("**/assets/data-*.json", (route) => route.abort());
    await page.getByRole("button", { name: "Emoji" }).click();
    await options(page).nth(30).waitFor();
    expect(await options(page).count()).toBeLessThan(60);
    expect(ann.troubles).toEqual([]);
  });
});
