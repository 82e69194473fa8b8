import { encode } from "uqr";
import { describe, expect, it } from "vitest";
import { noBrowser, visit, watchFor } from "../support/browser.ts";
import { freshPath, openHouse } from "../support/house.ts";

describe.skipIf(noBrowser)("ann brings others into her room", () => {
  const house = openHouse();

  async function annAlone(options: Parameters<typeof visit>[2] = {}) {
    const here = house.served().url + freshPath();
    const ann = await visit(house.browser(), here, options);
    await ann.page.getByRole("heading", { name: "You're the first here" }).waitFor();
    return { ann, here };
  }

  it("by the keyboard: open the panel, copy, and back to where she was", async () => {
    const { ann, here } = await annAlone({ permissions: ["clipboard-read", "clipboard-write"] });
    const button = ann.page.getByRole("button", { name: "Share", exact: true });
    await button.focus();
    await ann.page.keyboard.press("Enter");
    const panel = ann.page.getByRole("dialog", { name: "Share this room" });
    await panel.waitFor();
    await expect.poll(() => ann.page.evaluate(() => document.activeElement?.textContent)).toContain("Copy link");
    const isSaid = await watchFor(ann.page, ".either > span:not([hidden])");
    await ann.page.keyboard.press("Enter");
    await isSaid("Copied");
    expect(await ann.page.evaluate(() => navigator.clipboard.readText())).toBe(here);
    await ann.page.keyboard.press("Escape");
    await panel.waitFor({ state: "detached" });
    await expect.poll(() => button.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(ann.troubles).toEqual([]);
  });

  it("by a code for a camera, which has as many dark modules as its address needs", async () => {
    const { ann, here } = await annAlone();
    const path = await ann.page.locator(".empty .qr path").getAttribute("d");
    const runs = [...(path ?? "").matchAll(/h(\d+)v/g)].map(([, length]) => Number(length));
    const { data, size } = encode(here, { ecc: "M", border: 4 });
    expect(runs.reduce((sum, length) => sum + length, 0)).toBe(data.flat().filter(Boolean).length);
    expect(await ann.page.locator(".empty .qr").getAttribute("viewBox")).toBe(`0 0 ${size} ${size}`);
  });

  it("by lines for a terminal, which do what they say", async () => {
    const { ann, here } = await annAlone({ permissions: ["clipboard-read", "clipboard-write"] });
    const lines = ann.page.locator(".empty .terminal-lines code");
    await expect
      .poll(() => lines.allInnerTexts())
      .toEqual([`curl ${here}`, `curl -d hello ${here}`, `npx wscat -c ${here.replace("http", "ws")}`]);
    await ann.page.getByRole("button", { name: `Copy: curl -d hello ${here}` }).click();
    await expect.poll(() => ann.page.evaluate(() => navigator.clipboard.readText())).toBe(`curl -d hello ${here}`);
    await fetch(here, { method: "POST", body: "hello" });
    await ann.sees("hello");
  });

  it("by hand where pages may not copy: the address is selected, in a field that she can't spoil", async () => {
    const { ann, here } = await annAlone();
    await ann.page.evaluate(() => {
      // As on plain http, and with the old way gone too.
      Object.defineProperty(navigator, "clipboard", { value: undefined });
      document.execCommand = () => false;
    });
    await ann.page.getByRole("button", { name: "Copy link" }).click();
    await ann.page.getByText("The address is selected").waitFor();
    const field = ann.page.getByRole("textbox", { name: "The room's address" });
    expect(await field.getAttribute("readonly")).not.toBeNull();
    await expect.poll(() => ann.page.evaluate(() => getSelection()?.toString())).toBe(here);
  });

  it("by the share sheet of her phone", async () => {
    const here = house.served().url + freshPath();
    const ann = await visit(house.browser(), here);
    await ann.page.addInitScript(() => {
      Object.defineProperty(navigator, "share", {
        value: (data: ShareData) => {
          document.documentElement.dataset.shared = data.url;
          return Promise.resolve();
        },
      });
    });
    await ann.page.reload();
    await ann.page.getByRole("button", { name: "Share…" }).click();
    await expect.poll(() => ann.page.locator("html").getAttribute("data-shared")).toBe(here);
  });

  it("and ? tells her what the keys do, unless she is writing one", async () => {
    const { ann } = await annAlone();
    const field = ann.page.getByRole("textbox", { name: "Message" });
    const help = ann.page.getByRole("dialog", { name: "Shortcuts and commands" });
    await field.press("?");
    expect(await field.inputValue()).toBe("?");
    expect(await help.count()).toBe(0);
    await field.fill("");
    await field.blur();
    await ann.page.keyboard.press("?");
    await help.waitFor();
    await ann.page.keyboard.press("Escape");
    await help.waitFor({ state: "detached" });
    await ann.page.getByRole("button", { name: "Shortcuts and commands" }).click();
    await help.getByText("/topic").waitFor();
  });

  it("calls bo by a press on his name, and everybody sees what the room is about", async () => {
    const { ann, here } = await annAlone();
    const bo = new WebSocket(here.replace("http", "ws"));
    await new Promise((open) => bo.addEventListener("open", open));
    bo.send("/name Bo");
    bo.send(`/topic ${"What we read this week. ".repeat(5)}`);
    const topic = ann.page.getByRole("button", { name: /^What we read this week/ });
    await topic.waitFor();
    const low = await topic.evaluate((element) => element.clientHeight);
    await topic.click();
    await expect.poll(() => topic.getAttribute("aria-expanded")).toBe("true");
    await ann.page.setViewportSize({ width: 360, height: 740 });
    await expect.poll(() => topic.evaluate((element) => element.clientHeight)).toBeGreaterThan(low);
    await expect.poll(() => ann.page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await ann.page.getByRole("button", { name: "2 people here" }).click();
    await ann.page.getByRole("dialog", { name: "Here now" }).getByRole("button", { name: /Bo/ }).click();
    const field = ann.page.getByRole("textbox", { name: "Message" });
    await expect.poll(() => field.inputValue()).toBe("@Bo ");
    await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true);
    bo.close();
  });
});
