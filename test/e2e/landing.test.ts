import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { noBrowser, visit } from "../support/browser.ts";
import { freshPath, openHouse } from "../support/house.ts";

describe("the front page", () => {
  it("loads at most 18 kB of scripts", () => {
    const html = readFileSync("public/index.html", "utf8");
    const scripts = new Set([...html.matchAll(/(?:src|href)="(\/assets\/[^"]+\.js)"/g)].map(([, path = ""]) => path));
    const sizes = [...scripts].map((path) => gzipSync(readFileSync(`public${path}`)).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(18_000);
  });
});

describe.skipIf(noBrowser)("ann at the front page", () => {
  const house = openHouse();

  it("reads what this is before any script has come", async () => {
    const context = await house.browser().newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(house.served().url);
    expect(await page.locator("h1").textContent()).toBe("A chat room at every URL");
    await context.close();
  });

  it.each(["en-US", "zh-TW"])("sees nothing move while it comes, in %s", async (locale) => {
    const context = await house.browser().newContext({ locale });
    const page = await context.newPage();
    await page.addInitScript(() => {
      let moved = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if ("value" in entry) moved += Number(entry.value);
        document.documentElement.dataset.moved = String(moved);
      }).observe({ type: "layout-shift", buffered: true });
    });
    await page.goto(house.served().url);
    await page.locator(".scene").waitFor();
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    expect(Number((await page.locator("html").getAttribute("data-moved")) ?? 0)).toBe(0);
    await context.close();
  });

  it("opens a private room with one press, whose name nobody guesses", async () => {
    const ann = await visit(house.browser(), house.served().url);
    await ann.page.getByRole("button", { name: "New private room" }).click();
    await ann.page.waitForURL(/\/r\/[\w-]{22}$/);
    await ann.page.getByRole("heading", { name: "Private room" }).waitFor();
    // It is hers, and everybody who comes sees that; an address sent to others makes nothing.
    await ann.page.locator(".people .me .role", { hasText: "owner" }).waitFor();
    const bo = await visit(house.browser(), ann.page.url());
    await bo.page.locator(".people li:not(.me) .role", { hasText: "owner" }).waitFor();
    expect(await bo.page.locator(".people .me .role").count()).toBe(0);
    await ann.page.reload();
    await ann.page.locator(".people .me .role", { hasText: "owner" }).waitFor();
    expect(bo.troubles).toEqual([]);
    expect(ann.troubles).toEqual([]);
  });

  it("makes a room of a name that she chose, which is hers; bo, who would too, finds that it is there", async () => {
    const { url } = house.served();
    const ann = await visit(house.browser(), url);
    const name = freshPath().slice(3);
    await ann.page.getByLabel("Or open a room by its name").fill(name);
    await ann.page.getByRole("button", { name: "Create a room of this name" }).click();
    await ann.page.waitForURL(`${url}/r/${name}`);
    await ann.page.locator(".people .me .role", { hasText: "owner" }).waitFor();
    const bo = await visit(house.browser(), url);
    await bo.page.getByRole("button", { name: "Create a room of this name" }).click();
    await bo.page.getByText("A room's name has letters").waitFor();
    await bo.page.getByLabel("Or open a room by its name").fill(name);
    await bo.page.getByRole("button", { name: "Create a room of this name" }).click();
    await bo.page.getByText("This room is there already.").waitFor();
    expect(await bo.page.locator(".people .me .role").count()).toBe(0);
  });

  it("finds the lobby one press away, and any room by its name", async () => {
    const ann = await visit(house.browser(), house.served().url);
    await ann.page.getByRole("link", { name: "Step into the lobby" }).click();
    await ann.page.waitForURL("**/r/lobby");
    await ann.page.goBack();
    const field = ann.page.getByLabel("Or open a room by its name");
    await field.fill("a b");
    await field.press("Enter");
    await ann.page.getByText("A room's name has letters").waitFor();
    await field.fill("大廳");
    await field.press("Enter");
    await ann.page.waitForURL(/\/r\/%E5%A4%A7%E5%BB%B3$/);
  });

  it("finds the rooms that she has been to, newest first, and can have one forgotten", async () => {
    const { url } = house.served();
    const path = freshPath();
    const ann = await visit(house.browser(), url);
    expect(await ann.page.getByText("Rooms you've been to").count()).toBe(0);
    for (const visited of [path, "/r/V1StGXR8_Z5jdHi6B-myTq", "/r/V1StGXR8_Z5jdHi6B-abcd"]) {
      await ann.page.goto(url + visited);
      // A room is remembered once it has greeted her, which may be after its screen is up.
      await expect
        .poll(() => ann.page.evaluate(() => localStorage.getItem("parlor rooms")))
        .toContain(visited.slice(3));
    }
    await ann.page.goto(url);
    const rooms = ann.page.locator(".recent a .room");
    const name = path.slice(3);
    await expect.poll(() => rooms.allInnerTexts()).toEqual(["Private room …abcd", "Private room …myTq", name]);
    await ann.page.getByRole("button", { name: /Forget .*myTq/ }).click();
    await expect.poll(() => rooms.allInnerTexts()).toEqual(["Private room …abcd", name]);
    await ann.page.reload();
    await ann.page.locator(".recent").waitFor();
    await expect.poll(() => rooms.allInnerTexts()).toEqual(["Private room …abcd", name]);
    await rooms.last().click();
    await ann.page.waitForURL(`**${path}`);
  });

  it("reads it in Chinese if that is her language, and changes it for good", async () => {
    const ann = await visit(house.browser(), house.served().url, { locale: "zh-TW" });
    await ann.page.getByRole("heading", { name: "每個網址，都是一間聊天室" }).waitFor();
    expect(await ann.page.title()).toBe("Parlor · 每個網址，都是一間聊天室");
    await ann.page.getByRole("button", { name: "English" }).click();
    await ann.page.getByRole("heading", { name: "A chat room at every URL" }).waitFor();
    await ann.page.reload();
    await ann.page.getByRole("button", { name: "New private room" }).waitFor();
    expect(await ann.page.locator("html").getAttribute("lang")).toBe("en");
  });

  it.each([360, 768, 1280])("has everything within %i px", async (width) => {
    const ann = await visit(house.browser(), house.served().url, { viewport: { width, height: 740 } });
    await ann.page.locator(".scene").waitFor();
    expect(await ann.page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });
});
