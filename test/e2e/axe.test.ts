// axe at every screen there is, by mouse on a desktop, by finger on a phone: in English in the light, in Chinese in the dark.
// The long run looks at all of them in both; otherwise each is looked at in one.
import type { BrowserContextOptions } from "playwright-core";
import { describe, expect, it } from "vitest";
import { isolate } from "../../src/client/i18n/index.ts";
import { long } from "../faults/size.ts";
import { axeAt } from "../support/axe.ts";
import { noBrowser, turn, visit } from "../support/browser.ts";
import { freshPath, openHouse } from "../support/house.ts";
import { holdLine } from "../support/line.ts";
import { joins, says } from "../support/people.ts";
import { tables } from "../support/tables.ts";

const desktop = { viewport: { width: 1280, height: 800 } };
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const rich = [
  '```ts\nconst a = "<b>"; // long, long, long, long, long, long, long, long, long, long, long, long, long, long, long\n```',
  "```py\n# note\n@wraps(f)\ndef f(x: int) -> str:\n    return {'a': 1, b: None}[x]\n```",
  "```diff\n@@ -1 +1 @@\n-old\n+new\n```",
  "| fruit | how many |\n|:--|--:|\n| *apples* | 12 |",
  "- [x] **「重點」**說明\n- [ ] `code`\n  1. one\n\n> said\n\n---\n\nSee [the page](https://example.com/a_b_c).",
  "$e^{i\\pi}+1=0$ and\n$$\\sum_{k=1}^n k$$",
];

describe.skipIf(noBrowser)("axe finds nothing on Ann's screen", () => {
  const house = openHouse({ PARLOR_LIMITS: "off" });

  describe.each(tables)("in %s", (locale, { say, later, front, refused }) => {
    /** A test in this language; in the long run, in both. */
    const seen = (lang: string, what: string, test: () => Promise<void>) => {
      if (long || lang === locale) it(what, test);
    };

    /** Ann's browser at a path. What moves would be seen in between: it stands still for her. */
    async function anns(path: string, options: BrowserContextOptions) {
      const here = house.served().url + path;
      const still = { locale, bypassCSP: true, reducedMotion: "reduce" } as const;
      const ann = await visit(house.browser(), here, { ...still, ...options });
      const { page } = ann;
      return {
        ann,
        page,
        here,
        ...axeAt(page, [locale === "en" ? "light" : "dark"]),
        field: page.getByRole("textbox", { name: say.composer.label, exact: true }),
        button: (name: string) => page.getByRole("button", { name, exact: true }),
        options: page.getByRole("listbox").getByRole("option"),
        article: (text: string) => page.locator("article", { has: page.locator(".said", { hasText: text }) }).last(),
        close: () => page.context().close(),
      };
    }

    seen("zh-TW", "at the front page, where no room can be, and where she is the first", async () => {
      const { page, here, look, found, button, close } = await anns("/", desktop);
      await page.locator(".scene").waitFor();
      await look("the front page");
      await page.getByLabel(front.or).fill("a b");
      await button(front.open).click();
      await page.getByText(refused.bad_room).waitFor();
      await look("a name that no room can have");
      await page.goto(`${here}r/a%20b`);
      await page.getByRole("heading", { name: later.noRoom.title }).waitFor();
      await look("no room");
      await page.goto(`${here}r/V1StGXR8_Z5jdHi6B-myTq`);
      await page.getByRole("heading", { name: later.empty.alone }).waitFor();
      await button(later.help.open).waitFor();
      await look("an empty room");
      const name = page.locator(".writing-as").getByLabel(say.roster.yourName);
      await name.fill("x".repeat(40));
      await page.locator(".writing-as").getByRole("alert").waitFor();
      await look("a name that is too long");
      await name.press("Escape");
      await page.setViewportSize(phone.viewport);
      await page.locator("aside").waitFor({ state: "detached" });
      await look("an empty room on a narrow screen");
      // A room is remembered when its screen is up.
      await expect.poll(() => page.title()).toContain(" · Parlor");
      await page.goto(here);
      await page.getByRole("heading", { name: front.recent }).waitFor();
      await look("the front page on a narrow screen, with a room that she has been to");
      expect(found).toEqual([]);
      await close();
    });

    seen("zh-TW", "in a room where people say all that they can", async () => {
      const path = freshPath();
      const bo = joins(house.served().url, path.slice(3), "Bo");
      await says(bo, [...rich, "hi https://example.com/a 你好", "never mind", "🎉"]);
      bo.delete(8);
      const tall = { viewport: { width: 1280, height: 4000 } };
      const { ann, page, look, found, field, article, close } = await anns(path, tall);
      const name = page.locator("aside").getByLabel(say.roster.yourName);
      await name.fill("Ann");
      await name.press("Enter");
      await ann.say("/me waves");
      await page.locator(".act").waitFor();
      for (const text of [...rich, "frist"]) await ann.say(text);
      await article("frist").and(page.locator(".sent")).waitFor();
      await field.press("ArrowUp");
      await page.getByText(later.about.editing).waitFor();
      await ann.say("@Bo is first");
      await page.locator(".own .edited").waitFor();
      await page.locator(".own .hl-addition").waitFor();
      await page.locator(".own math").first().waitFor();
      bo.send("@Ann have a look", { replyTo: 2 });
      bo.react(2, "🎉", true);
      await page.locator(".message.called .quote").waitFor();
      await page.getByText(say.message.deleted).waitFor();
      await page.locator(".chip").click();
      await page.locator('.chip[aria-pressed="true"]').waitFor();
      await turn(page, "hidden");
      await says(bo, ["three", "four"]);
      await expect.poll(() => page.title()).toContain("(2)");
      await turn(page, "visible");
      await page.locator(".unread").waitFor();
      bo.typing(true);
      await page.locator(".beneath .typing").waitFor();
      await look("all that was said");
      expect(found).toEqual([]);
      bo.leave();
      await close();
    });

    seen("en", "in a room, at what she can do there with a mouse and keys", async () => {
      const path = freshPath();
      const people = ["Bo", "Bo"].map((name) => joins(house.served().url, path.slice(3), name));
      const [bo, other] = people;
      if (bo === undefined || other === undefined) throw new Error("nobody came");
      bo.setTopic("What we read this week. ".repeat(5));
      await says(bo, [...Array.from({ length: 25 }, (_, index) => `line ${index + 1}`), "the last"]);
      await says(other, ["or is it"]);
      const room = await anns(path, desktop);
      const { ann, page, here, look, found, button, field, options, article } = room;
      await page.locator(".topic").click();
      // The second part is here: nothing moves under the mouse any more.
      await button(later.help.open).waitFor();
      await article("the last").hover();
      const actions = article("the last").getByRole("group", { name: later.actions.title });
      await actions.waitFor();
      await look("what one can do with a message");
      await actions.getByRole("button", { name: later.actions.moreEmoji }).click();
      await options.nth(20).waitFor();
      await look("the emoji over a message");
      await page.keyboard.press("Escape");
      await page.mouse.move(0, 0);
      await article("the last").hover();
      await actions.getByRole("button", { name: later.actions.reply }).click();
      await page.locator(".about").waitFor();
      await look("an answer");
      await ann.say("regretted");
      await article("regretted").and(page.locator(".sent")).waitFor();
      await field.press("ArrowUp");
      await page.getByText(later.about.editing).waitFor();
      await look("an edit");
      await field.press("Escape");
      await expect.poll(() => other.state.messages.at(-1)?.body?.text).toBe("regretted");
      other.sawUpTo(other.state.head);
      await page.locator(".seen").waitFor();
      await article("regretted").hover();
      await actions.getByRole("button", { name: later.actions.delete }).click();
      await button(later.undo).waitFor();
      await look("a message that is going, and who has seen it");

      for (const begun of ["@", ":par", "/"]) {
        await field.pressSequentially(begun);
        await options.first().waitFor();
        await look(`what ${begun} can become`);
        await field.fill("");
      }
      await ann.say("/nothing");
      await page.getByRole("alert").waitFor();
      await look("a command that nobody knows");
      await field.fill("many words ".repeat(800));
      await button(later.writing.inParts(2)).waitFor();
      await look("a text that is too long");
      await field.fill("");
      await button(say.composer.emoji).click();
      await options.nth(20).waitFor();
      await look("the emoji");
      await page.getByRole("searchbox").fill("qqqq");
      await page.getByText(later.emoji.none).waitFor();
      await look("no emoji");
      await page.keyboard.press("Escape");

      const name = page.locator("aside").getByLabel(say.roster.yourName);
      await name.fill("x".repeat(40));
      await page.locator("aside").getByRole("alert").waitFor();
      await look("her name among the people, too long");
      await name.press("Escape");
      await page.getByRole("log").evaluate((log) => log.scrollTo({ top: 0, behavior: "instant" }));
      await button(later.latest.jump).waitFor();
      await look("what was said first, with a way back");
      await says(bo, ["and more"]);
      await button(later.latest.unseen(1)).waitFor();
      await look("something new below");
      await page.goto(`${here}#m3`);
      await page.locator("article.lit").waitFor();
      await look("the message that a link leads to");

      await button(say.share.open).click();
      const sheet = page.getByRole("dialog");
      await sheet.getByRole("img", { name: later.share.qr }).waitFor();
      await look("the share panel");
      await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
      await page.evaluate(() => Object.defineProperty(document, "execCommand", { value: () => false }));
      await sheet.getByRole("button", { name: later.share.copy }).click();
      await sheet.getByText(later.share.byHand).waitFor();
      await look("an address to copy by hand");
      await page.keyboard.press("Escape");
      await sheet.waitFor({ state: "detached" });
      await button(later.search.open).click();
      await sheet.getByRole("searchbox").fill("line 1");
      await sheet.locator("mark").first().waitFor();
      await look("what she found");
      await page.keyboard.press("Escape");
      await sheet.waitFor({ state: "detached" });
      await page.getByRole("log").focus();
      await page.keyboard.press("?");
      await sheet.getByText("/topic").waitFor();
      await look("the help");
      await page.keyboard.press("Escape");
      await button(say.link.disconnect).click();
      await page.getByText(later.link.youLeft).waitFor();
      await look("the room that she left");
      expect(found).toEqual([]);
      for (const person of people) person.leave();
      await room.close();
    });

    seen("en", "in a room that is hers, at what keeps it in order", async () => {
      const { page, look, found, button, article, close } = await anns("/", desktop);
      await button(front.newRoom).click();
      await page.waitForURL(/\/r\//);
      await page.getByRole("group", { name: later.moderation.rules }).waitFor();
      const bo = joins(house.served().url, new URL(page.url()).pathname.slice(3), "Bo");
      await says(bo, ["hi"]);
      const others = page.locator(".people li:not(.me) button");
      await others.waitFor();
      await look("her room, and what is set for it");
      await others.click();
      const sheet = page.getByRole("dialog", { name: "Bo" });
      await sheet.getByRole("button", { name: later.moderation.ban }).click();
      await look("what she can do about somebody, asked once more");
      await page.keyboard.press("Escape");
      await sheet.waitFor({ state: "detached" });
      await article("hi").hover();
      await button(later.moderation.menu(isolate("Bo"))).waitFor();
      await look("what she can do with what somebody else said");
      await button(later.moderation.menu(isolate("Bo"))).click();
      await sheet.getByRole("button", { name: later.moderation.ban }).click();
      await sheet.getByRole("button", { name: later.moderation.banSure(isolate("Bo")) }).click();
      // While he is shown as leaving he is pale.
      await others.waitFor({ state: "detached" });
      await page.locator(".banned summary").click();
      await button(later.moderation.lift).waitFor();
      await look("who may not come in");
      expect(found).toEqual([]);
      bo.leave();
      await close();
    });

    seen("zh-TW", "on a phone, in the room and in the sheets over it", async () => {
      const path = freshPath();
      const bo = joins(house.served().url, path.slice(3), "Bo");
      await says(bo, [...rich, "press me"]);
      bo.react(7, "😂", true);
      const { page, look, found, button, field, options, article, close } = await anns(path, phone);
      await page.locator(".chip").waitFor();
      await page.locator("math").first().waitFor();
      await field.fill("mine");
      await button(say.composer.send).tap();
      await article("mine").and(page.locator(".sent")).waitFor();
      await look("the room");
      const sheet = page.getByRole("dialog");
      const shut = async () => {
        await sheet.getByRole("button", { name: later.close }).tap();
        await sheet.waitFor({ state: "detached" });
      };
      await article("press me").tap();
      await sheet.getByRole("button", { name: later.actions.moreEmoji }).waitFor();
      await look("a message");
      await sheet.getByRole("button", { name: later.actions.moreEmoji }).tap();
      await options.nth(20).waitFor();
      await look("the emoji for a message");
      await shut();
      await button(say.composer.emoji).tap();
      await options.nth(20).waitFor();
      await look("the emoji");
      await shut();
      await button(say.share.open).tap();
      await sheet.getByRole("img", { name: later.share.qr }).waitFor();
      await look("the share sheet");
      await shut();
      await button(say.roster.open(2)).tap();
      await sheet.getByRole("button", { name: later.help.open }).waitFor();
      await look("the people, and the settings");
      await sheet.getByRole("button", { name: later.help.open }).tap();
      await sheet.getByText("/topic").waitFor();
      await look("the help");
      expect(found).toEqual([]);
      bo.leave();
      await close();
    });

    seen("en", "where something is wrong with the line, with what she sent, or with the page", async () => {
      const room = await anns("/", desktop);
      const { ann, page, look, found, button, field, close } = room;
      const here = house.served().url + freshPath();
      await page.route(/\/assets\/typeset-/, (route) => route.fulfill({ status: 404 }));
      const line = await holdLine(page);
      await page.goto(here);
      await ann.say("$x^2$");
      await button(say.link.lacking).waitFor();
      await look("a part that is missing");
      line.refuse(true);
      await ann.say("is refused");
      await button(later.failure.retry).waitFor();
      await look("a message that the room refused");
      line.refuse(false);
      await line.cut();
      await ann.say("from a tunnel");
      await page.getByText(say.message.waiting).waitFor();
      // An interruption is told of after five seconds.
      await page.clock.setFixedTime(Date.now() + 7_000);
      await page.getByText(later.link.lost).waitFor();
      await look("offline, with a message that is not sent yet");
      for (const code of ["full", "abuse", "version"] as const) {
        line.turnAway(code);
        await page.reload();
        await page.getByText(refused[code]).waitFor();
        await field.waitFor();
        await look(`no way in: ${code}`);
      }
      expect(found).toEqual([]);
      await close();
    });
  });
});
