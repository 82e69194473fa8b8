// What one does with messages: answer, react, delete and think again, mention, copy, link, find; by mouse, finger and keys.
import { describe, expect, it } from "vitest";
import { PAGE_MESSAGES } from "../../src/protocol/limits.ts";
import { noBrowser, type Visitor, visit, watchFor } from "../support/browser.ts";
import { freshPath, openHouse } from "../support/house.ts";
import { joins, says } from "../support/people.ts";

const article = ({ page }: Visitor, text: string) => page.locator("article", { has: page.getByText(text) });
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

describe.skipIf(noBrowser)("Ann, with a message", () => {
  const house = openHouse({ PARLOR_LIMITS: "off" });

  async function annAndBo(...lines: string[]) {
    const path = freshPath();
    const bo = joins(house.served().url, path.slice(3), "Bo");
    await says(bo, lines);
    const ann = await visit(house.browser(), house.served().url + path, {
      permissions: ["clipboard-read", "clipboard-write"],
    });
    await article(ann, lines.at(-1) ?? "").waitFor();
    // At first there are as many as fill the screen, and the others of the first page when there is time for them.
    const atLeast = Math.min(lines.length, PAGE_MESSAGES);
    await expect.poll(() => ann.page.locator("article").count()).toBeGreaterThanOrEqual(atLeast);
    return { ann, bo, path };
  }
  const clipboard = ({ page }: Visitor) => page.evaluate(() => navigator.clipboard.readText());

  it("deletes it, has five seconds to think again, and only then it is gone for Bo", async () => {
    const { ann, bo } = await annAndBo("hi");
    for (const text of ["kept", "regretted"]) await ann.say(text);
    await expect.poll(() => bo.state.messages.length).toBe(3);
    const act = async (text: string) => {
      await article(ann, text).hover();
      await article(ann, text).getByRole("button", { name: "Delete" }).click();
    };
    await act("kept");
    await ann.page.getByRole("button", { name: "Undo" }).click();
    await article(ann, "kept").waitFor();
    await act("regretted");
    await ann.page.getByText("Message deleted").waitFor();
    expect(bo.state.messages.at(-1)?.body?.text).toBe("regretted");
    await expect.poll(() => bo.state.messages.at(-1)?.body, { timeout: 15_000 }).toBe(null);
    expect(bo.state.messages.at(-2)?.body?.text).toBe("kept");
    expect(await ann.page.getByRole("button", { name: "Undo" }).count()).toBe(0);
    bo.leave();
  });

  it("reacts from the bar and from the picker, sees who did, and takes hers back", async () => {
    const { ann, bo } = await annAndBo("cake at four");
    bo.react(1, "🎉", true);
    const row = article(ann, "cake at four");
    await row.hover();
    await row.getByRole("button", { name: "React with 👍" }).click();
    await expect.poll(() => bo.state.messages[0]?.reactions?.map(({ emoji }) => emoji)).toEqual(["🎉", "👍"]);
    await row.getByRole("button", { name: /🎉 \d by .*Bo/ }).click();
    await expect.poll(() => bo.state.messages[0]?.reactions?.[0]?.by.length).toBe(2);
    await row.getByRole("button", { name: /🎉 \d by .*Bo.*you/ }).click();
    await expect.poll(() => bo.state.messages[0]?.reactions?.[0]?.by.length).toBe(1);
    await ann.page.mouse.move(0, 0);
    await row.hover();
    await row.getByRole("button", { name: "React with another emoji" }).click();
    await ann.page.getByRole("searchbox", { name: "Search emoji" }).fill("cherries");
    await ann.page.getByRole("option", { name: "cherries" }).click();
    await expect.poll(() => bo.state.messages[0]?.reactions?.at(-1)?.emoji).toBe("🍒");
    expect(await ann.page.getByRole("searchbox", { name: "Search emoji" }).count()).toBe(0);
    bo.leave();
  });

  it("jumps from an answer to what it is about, however far up, and back", async () => {
    const { ann, bo } = await annAndBo(...Array.from({ length: 150 }, (_, index) => `line ${index + 1}`));
    bo.send("about the second", { replyTo: 2 });
    const isLit = await watchFor(ann.page, "article.lit .words > .text");
    await article(ann, "about the second")
      .getByRole("button", { name: /Bo line 2/ })
      .click();
    await isLit("line 2");
    await ann.page.getByRole("button", { name: "Jump to latest" }).click();
    await article(ann, "about the second").waitFor();
    bo.leave();
  });

  it("is called by her name, and sees it", async () => {
    const { ann, bo } = await annAndBo("hello");
    const name = await ann.page.getByRole("textbox", { name: "Your name" }).first().inputValue();
    bo.send(`@${name} have a look, and not @${name}s`);
    const mention = ann.page.locator(".mention.me");
    await expect.poll(() => mention.allInnerTexts()).toEqual([`@${name}`]);
    await expect.poll(() => article(ann, "have a look").getAttribute("class")).toContain("called");
    bo.leave();
  });

  it("copies its words and its link, and the link leads to it", async () => {
    const { ann, bo, path } = await annAndBo("first", "**bold** `code`", "last");
    const row = ann.page.locator("article").nth(1);
    await row.hover();
    await row.getByRole("button", { name: "Copy text" }).click();
    await ann.page.getByRole("status").filter({ hasText: "Copied" }).waitFor();
    expect(await clipboard(ann)).toBe("**bold** `code`");
    await row.hover();
    await row.getByRole("button", { name: "Copy link" }).click();
    await expect.poll(() => clipboard(ann)).toBe(`${house.served().url}${path}#m2`);
    bo.leave();
  });

  it("finds a word on the page, and selects over many messages", async () => {
    const { ann, bo } = await annAndBo(...Array.from({ length: 120 }, (_, index) => `word-${index + 1}`));
    await expect
      .poll(async () => {
        await ann.page.getByRole("log").evaluate((log) => log.scrollTo({ top: 0, behavior: "instant" }));
        return article(ann, "word-22").count();
      })
      .toBeGreaterThan(0);
    expect(
      await ann.page.evaluate(() =>
        Reflect.apply(Reflect.get(window, "find"), window, ["word-119", true, false, true]),
      ),
    ).toBe(true);
    const selected = await ann.page.evaluate(() => {
      const selection = getSelection();
      const log = document.querySelector("[role=log]");
      if (log !== null) selection?.selectAllChildren(log);
      return selection?.toString() ?? "";
    });
    for (const text of ["word-75", "word-100", "word-120"]) expect(selected).toContain(text);
    bo.leave();
  });

  it("goes from one to the next by the arrows, and answers, edits and deletes by a letter", async () => {
    const { ann, bo } = await annAndBo("one", "two");
    await ann.say("mine");
    await ann.page.locator("article.sent", { hasText: "mine" }).waitFor();
    const field = ann.page.getByRole("textbox", { name: "Message" });
    // The keys come with the second part, as the tab's title does.
    await expect.poll(() => ann.page.title()).toContain(" · Parlor");
    await ann.page.locator("article").last().focus();
    await ann.page.keyboard.press("e");
    await expect.poll(() => field.inputValue()).toBe("mine");
    await field.press("Escape");
    await ann.page.locator("article").last().focus();
    await ann.page.keyboard.press("ArrowUp");
    await ann.page.keyboard.press("ArrowUp");
    await ann.page.keyboard.press("e");
    await ann.page.keyboard.press("r");
    await ann.say("to one");
    await expect.poll(() => bo.state.messages.at(-1)?.replyTo).toBe(1);
    await ann.page.locator("article", { hasText: "mine" }).last().focus();
    await ann.page.keyboard.press("Delete");
    await ann.page.getByRole("button", { name: "Undo" }).waitFor();
    bo.leave();
  });

  it("looks through the emoji, thinks again with Esc, and answers with the mouse", async () => {
    const { ann, bo } = await annAndBo("cake at four");
    const row = article(ann, "cake at four");
    await row.hover();
    await row.getByRole("button", { name: "React with another emoji" }).click();
    const search = ann.page.getByRole("searchbox", { name: "Search emoji" });
    // Where she writes, once it is there: before that, Esc is about the bar.
    await expect.poll(() => search.evaluate((field) => field === document.activeElement)).toBe(true);
    await ann.page.keyboard.press("Escape");
    await row.getByRole("button", { name: "Reply" }).click();
    await ann.page.getByText("Replying to").waitFor();
    bo.leave();
  });

  it("sees what she can do with one of them at a time, be she there by mouse or by keys", async () => {
    const { ann, bo } = await annAndBo("one", "two", "three");
    const bars = ann.page.getByRole("group", { name: "Message actions" });
    const bar = (text: string) => article(ann, text).getByRole("group", { name: "Message actions" });
    await article(ann, "one").hover();
    await bar("one").waitFor();
    await article(ann, "three").focus();
    await ann.page.keyboard.press("ArrowUp");
    await bar("two").waitFor();
    expect(await bars.count()).toBe(1);
    await article(ann, "three").hover();
    await bar("three").waitFor();
    expect(await bars.count()).toBe(1);
    await ann.page.mouse.move(0, 0);
    await bar("two").waitFor();
    expect(await bars.count()).toBe(1);
    bo.leave();
  });

  it("reads what is written from right to left at one edge, be it short, long or edited", async () => {
    const long = "שלום לכולם, זאת הודעה ארוכה ".repeat(8);
    const { ann, bo } = await annAndBo("one", "two", "שלום", long, "last");
    bo.edit(1, "שלום לכולם");
    bo.edit(2, "**שלום** לכולם");
    await ann.page.locator(".edited").nth(1).waitFor();
    await ann.page.locator("strong").waitFor();
    const fromTheEdge = await ann.page.locator(".words").evaluateAll((all) =>
      all.map((words) => {
        const range = document.createRange();
        range.selectNodeContents(words.querySelector(".text") ?? words);
        return Math.round(words.getBoundingClientRect().right - range.getBoundingClientRect().right);
      }),
    );
    expect(fromTheEdge.slice(0, 4)).toEqual([0, 0, 0, 0]);
    expect(fromTheEdge[4]).toBeGreaterThan(100);
    bo.leave();
  });

  it("sees how an answered message begins, whichever way it is written", async () => {
    const { ann, bo } = await annAndBo("so it goes on, ".repeat(20), "שלום לכולם, זאת הודעה ארוכה ".repeat(8));
    for (const replyTo of [1, 2]) bo.send("about it", { replyTo });
    const quotes = ann.page.locator(".quote");
    await quotes.nth(1).waitFor();
    const inSight = await quotes.evaluateAll((all) =>
      all.map((quote) => {
        const first = document.createRange();
        first.setStart(quote.querySelector("span")?.firstChild ?? quote, 0);
        first.setEnd(first.startContainer, 1);
        const { left, right } = first.getBoundingClientRect();
        const line = quote.getBoundingClientRect();
        return left >= line.left && right <= line.right;
      }),
    );
    expect(inSight).toEqual([true, true]);
    bo.leave();
  });

  it("on a phone: lets go of a long press, and has pressed nothing of what opened under her finger", async () => {
    const path = freshPath();
    const bo = joins(house.served().url, path.slice(3), "Bo");
    await says(bo, ["press me"]);
    const ann = await visit(house.browser(), house.served().url + path, phone);
    await ann.page.getByText("Tap a message").waitFor();
    const words = article(ann, "press me").locator(".words");
    await words.dispatchEvent("pointerdown", { pointerType: "touch", clientX: 30, clientY: 30 });
    const sheet = ann.page.getByRole("dialog");
    const reply = sheet.getByRole("button", { name: "Reply" });
    await reply.waitFor();
    // As browsers do that take the release for a tap on what is there by then.
    await reply.dispatchEvent("click");
    expect(await sheet.count()).toBe(1);
    expect(await ann.page.getByText("Replying to").count()).toBe(0);
    await reply.tap();
    await ann.page.getByText("Replying to").waitFor();
    bo.leave();
  });

  it("on a phone: a tap and a long press open what can be done, and say who reacted", async () => {
    const path = freshPath();
    const bo = joins(house.served().url, path.slice(3), "Bo");
    await says(bo, ["press me"]);
    bo.react(1, "😂", true);
    const ann = await visit(house.browser(), house.served().url + path, phone);
    const hint = ann.page.getByText("Tap a message to reply or react.");
    await hint.waitFor();
    await article(ann, "press me").tap();
    const sheet = ann.page.getByRole("dialog");
    await sheet.getByText("😂 Bo").or(sheet.getByText(/Bo/)).first().waitFor();
    await sheet.getByRole("button", { name: "React with 🎉" }).tap();
    await expect.poll(() => bo.state.messages[0]?.reactions?.length).toBe(2);
    await sheet.waitFor({ state: "detached" });
    expect(await hint.count()).toBe(0);
    const at = await article(ann, "press me").locator(".words").boundingBox();
    const input = await ann.page.context().newCDPSession(ann.page);
    const touchPoints = [{ x: (at?.x ?? 0) + 10, y: (at?.y ?? 0) + 10 }];
    await input.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints });
    await sheet.getByRole("button", { name: "Reply" }).waitFor();
    await input.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    await sheet.getByRole("button", { name: "Reply" }).tap();
    await ann.page.getByText(/^Replying to .*Bo/).waitFor();
    bo.leave();
  });
});
