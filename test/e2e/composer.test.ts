import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { noBrowser, visit } from "../support/browser.ts";
import { freshPath, openHouse } from "../support/house.ts";
import { holdLine } from "../support/line.ts";

const fieldOf = (page: Page) => page.getByRole("textbox", { name: /^(Message|訊息)$/ });
const options = (page: Page) => page.getByRole("listbox").getByRole("option");
const writes = (page: Page, text: string) => expect.poll(() => fieldOf(page).inputValue()).toBe(text);

/** Presses a key when what it is for has been fetched. */
const press = async (page: Page, key: string) => {
  await page.locator("textarea[aria-autocomplete]").waitFor();
  await page.keyboard.press(key);
};

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

describe.skipIf(noBrowser)("Ann's composer", () => {
  const house = openHouse();
  const anns = async (options = {}, path = freshPath()) => {
    const url = house.served().url + path;
    const ann = await visit(house.browser(), url, options);
    await ann.page.locator(".standing.open").waitFor();
    // What hears keys among messages is fetched once the talk is on screen.
    await ann.page.locator(".finding button").waitFor();
    return { ann, page: ann.page, field: fieldOf(ann.page), url };
  };

  describe("keeps what she writes", () => {
    it("apart in two tabs of one room, over a reload, and for the next tab when one is closed", async () => {
      const { page, field, url } = await anns();
      await field.fill("in the first tab");
      const tab = await page.context().newPage();
      await tab.goto(url);
      expect(await fieldOf(tab).inputValue()).toBe("");
      await fieldOf(tab).fill("in the second tab");
      await page.reload();
      await tab.reload();
      await writes(page, "in the first tab");
      await writes(tab, "in the second tab");
      const closed = tab.waitForEvent("close");
      await tab.close({ runBeforeUnload: true });
      await closed;
      const next = await page.context().newPage();
      await next.goto(url);
      await writes(next, "in the second tab");
      const another = await page.context().newPage();
      await another.goto(url);
      expect(await fieldOf(another).inputValue()).toBe("");
    });

    it("when she reloads in the middle of an edit, with the draft behind it", async () => {
      const { ann, page, field } = await anns();
      await ann.say("frist");
      await page.locator("article.sent").waitFor();
      await field.press("ArrowUp");
      await field.fill("first th");
      await page.reload();
      await page.getByText("Editing your message").waitFor();
      await writes(page, "first th");
      await field.press("Enter");
      await expect.poll(ann.lines).toEqual([expect.stringMatching(/^first th\s*edited$/)]);
    });

    it("when she reloads in the middle of an answer", async () => {
      const { ann, page, field } = await anns();
      await ann.say("who is in?");
      await page.locator("article.sent").waitFor();
      await page.locator("article").focus();
      await page.keyboard.press("r");
      await field.pressSequentially("me");
      await page.reload();
      await page.getByText(/^Replying to/).waitFor();
      await writes(page, "me");
      await field.press("Enter");
      await expect.poll(async () => (await ann.lines()).at(-1)).toMatch(/who is in\?[\s\S]*me/);
    });
  });

  describe("completes", () => {
    it("a name by keys, with the tag where two have it, and Enter sends only when nothing is left to choose", async () => {
      const path = freshPath();
      const people = await Promise.all([anns({}, path), anns({}, path)]);
      for (const { page } of people) {
        await page.getByLabel("Your name").first().fill("王小明");
        await page.getByLabel("Your name").first().press("Enter");
      }
      const { ann, page, field } = await anns({}, path);
      // Each has a sentence besides, that the names look alike.
      await expect.poll(() => page.getByRole("complementary").getByText("王小明", { exact: true }).count()).toBe(2);
      await field.pressSequentially("hi @小");
      await expect.poll(() => options(page).count()).toBe(2);
      await expect.poll(() => field.getAttribute("aria-activedescendant")).toBe("suggestions-0");
      await field.press("ArrowDown");
      await expect.poll(() => options(page).nth(1).getAttribute("aria-selected")).toBe("true");
      await field.press("Enter");
      await expect.poll(() => field.inputValue()).toMatch(/^hi @王小明#\w{4} $/);
      await expect.poll(() => options(page).count()).toBe(0);
      await field.press("Control+z");
      await writes(page, "hi @小");
      await field.press("Control+Shift+z");
      await field.press("Enter");
      await expect.poll(ann.lines).toEqual([expect.stringMatching(/^hi @王小明#\w{4}$/)]);
    });

    it("emoji by their names, and Esc closes the list before it ends an edit", async () => {
      const { ann, page, field } = await anns();
      await ann.say("done :tada: at 10:30:45");
      await ann.sees("done 🎉 at 10:30:45");
      await page.locator("article.sent").waitFor();
      await field.press("ArrowUp");
      await field.fill("");
      await field.pressSequentially("so :part");
      await options(page).first().waitFor();
      await field.press("Escape");
      await expect.poll(() => options(page).count()).toBe(0);
      await page.getByText("Editing your message").waitFor();
      await field.pressSequentially("y_pop");
      await field.press("Escape");
      await expect.poll(() => page.getByText("Editing your message").count()).toBe(0);
      await field.pressSequentially("so :party_pop");
      await options(page).first().waitFor();
      await field.press("Tab");
      await writes(page, "so 🎉");
      await field.press("Enter");
      await expect.poll(async () => (await ann.lines()).at(-1)).toBe("so 🎉");
      expect(ann.troubles).toEqual([]);
    });

    it("nothing while an input method is at work", async () => {
      const { page, field } = await anns();
      await field.pressSequentially("@");
      const input = await page.context().newCDPSession(page);
      await input.send("Input.imeSetComposition", { text: "ㄨㄤˊ", selectionStart: 3, selectionEnd: 3 });
      expect(await options(page).count()).toBe(0);
      for (const key of ["Enter", "Tab", "Escape"])
        await field.evaluate((element, key) => {
          const how = { key, bubbles: true, cancelable: true, isComposing: true };
          element.dispatchEvent(new KeyboardEvent("keydown", how));
        }, key);
      await input.send("Input.insertText", { text: "王" });
      await writes(page, "@王");
    });
  });

  it("marks what is selected by keys, and undoes it", async () => {
    const { page, field } = await anns();
    await field.pressSequentially("bold");
    await field.press("ControlOrMeta+a");
    await press(page, "ControlOrMeta+b");
    await writes(page, "**bold**");
    await press(page, "ControlOrMeta+k");
    await writes(page, "**[bold]()**");
    await page.keyboard.type("x.example");
    await writes(page, "**[bold](x.example)**");
    await field.fill("");
    await field.pressSequentially("code");
    await field.press("ControlOrMeta+a");
    await page.keyboard.press("`");
    await writes(page, "`code`");
    await field.press("Control+z");
    await writes(page, "code");
  });

  it("breaks the line with Shift+Enter, and with Enter in a block of code that is open", async () => {
    const { ann, page, field } = await anns();
    await field.pressSequentially("see");
    await field.press("Shift+Enter");
    await field.pressSequentially("```");
    await field.press("Enter");
    await field.pressSequentially("a = 1");
    await field.press("Enter");
    await field.pressSequentially("```");
    await writes(page, "see\n```\na = 1\n```");
    await field.press("Enter");
    await expect.poll(async () => (await ann.lines()).join()).toMatch(/see[\s\S]*a = 1/);
  });

  describe("obeys commands", () => {
    it("that change something, say what one does, or begin a message with a slash", async () => {
      const { ann, page } = await anns();
      await ann.say("/name 王小明");
      await page.getByRole("complementary").getByText("王小明").or(page.getByLabel("Your name")).first().waitFor();
      await expect.poll(() => page.getByLabel("Your name").first().inputValue()).toBe("王小明");
      await ann.say("/topic Tea at five");
      await page.locator(".room-header").getByText("Tea at five").waitFor();
      await ann.say("/me waves");
      await expect.poll(async () => (await ann.lines()).at(-1)).toMatch(/waves/);
      await ann.say("//etc is a folder");
      await expect.poll(async () => (await ann.lines()).at(-1)).toBe("/etc is a folder");
      expect(await ann.lines()).toHaveLength(2);
    });

    it("for the people and for help, on a phone, where Enter breaks the line and the button sends", async () => {
      const { page, field } = await anns(phone);
      const obey = () => page.getByRole("button", { name: "Send" }).tap();
      await field.fill("/who");
      await field.press("Enter");
      await writes(page, "/who\n");
      await obey();
      await page.getByRole("dialog", { name: "Here now" }).getByRole("button", { name: "Close" }).tap();
      await field.fill("/help");
      await obey();
      await page.getByRole("dialog").getByText("/history").waitFor();
      await writes(page, "");
    });

    it("and keeps one that it does not know, with a reason and a way on", async () => {
      const { ann, page, field } = await anns();
      await ann.say("/wave at all");
      await page.getByRole("alert").getByText("The room doesn't know that command.").waitFor();
      await writes(page, "/wave at all");
      expect(await ann.lines()).toEqual([]);
      await page.getByRole("button", { name: "Send it as a message" }).click();
      await ann.sees("/wave at all");
      await ann.say(`/name ${"x".repeat(40)}`);
      await page.getByRole("alert").getByText("A name has 1 to 32 characters").waitFor();
      expect(await field.inputValue()).toHaveLength(46);
    });

    it("and goes on saying why not when the first event of the room comes after it", async () => {
      const { ann, page, field } = await anns();
      const line = await holdLine(page);
      await page.reload();
      await page.locator(".standing.open").waitFor();
      line.holdBack(true);
      await ann.say("first");
      await ann.say(`/name ${"x".repeat(40)}`);
      const reason = page.getByRole("alert").getByText("A name has 1 to 32 characters");
      await reason.waitFor();
      line.holdBack(false);
      await page.locator("article.sent").waitFor();
      expect(await reason.isVisible()).toBe(true);
      expect(await field.inputValue()).toHaveLength(46);
    });

    it("which it offers when the line begins with a slash", async () => {
      const { page, field } = await anns();
      await field.pressSequentially("/t");
      await options(page).getByText("/topic").waitFor();
      await field.press("Tab");
      await writes(page, "/topic ");
    });
  });

  it("sends 20,000 characters as several messages, in order", async () => {
    const { ann, page, field } = await anns();
    const text = Array.from({ length: 2_500 }, (_, line) => `${line}`.padStart(7, "0")).join("\n");
    await field.focus();
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.evaluate((text) => navigator.clipboard.writeText(text), text);
    await field.press("ControlOrMeta+v");
    await page.getByText("characters too many").waitFor();
    await expect.poll(() => page.getByRole("button", { name: "Send", exact: true }).isDisabled()).toBe(true);
    await field.press("Enter");
    expect(await ann.lines()).toEqual([]);
    await page.getByRole("button", { name: "Send as 3 messages" }).click();
    await expect.poll(async () => (await ann.lines()).length).toBe(3);
    expect((await ann.lines()).join("\n").match(/\d{7}/g)).toHaveLength(2_500);
    expect((await ann.lines()).join("\n")).toBe(text);
    await writes(page, "");
  });

  it("takes a paste of 100 kB at once, and stays low", async () => {
    const { page, field } = await anns();
    await field.focus();
    // The time of the page's own thread: what else the machine does meanwhile is not counted.
    const clock = await page.context().newCDPSession(page);
    await clock.send("Performance.enable", { timeDomain: "threadTicks" });
    const spent = async () => {
      const { metrics } = await clock.send("Performance.getMetrics");
      return metrics.find(({ name }) => name === "TaskDuration")?.value ?? Infinity;
    };
    const before = await spent();
    await page.evaluate(async () => {
      const field = document.querySelector("textarea");
      if (field === null) return;
      field.setRangeText("words and 文字 ".repeat(8_000), 0, 0, "end");
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
      await new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen)));
    });
    expect((await spent()) - before).toBeLessThan(2);
    expect((await field.inputValue()).length).toBeGreaterThan(100_000);
    expect((await field.boundingBox())?.height).toBeLessThanOrEqual(320);
  });
});
