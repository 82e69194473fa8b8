import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { serveArticle } from "../support/article-page.ts";
import { keptOps, noBrowser, visit, withWorker } from "../support/browser.ts";
import { cableTo } from "../support/cable.ts";
import { freshPath, openHouse } from "../support/house.ts";

const printed = (page: Page) => page.locator("#log li").allInnerTexts();

describe.skipIf(noBrowser)("people in their browsers", () => {
  const house = openHouse();

  /** Ann and Bo in a room, level with each other; her network is a cable in the test's hands. */
  async function annOnACable() {
    const cable = await cableTo(house.served().port);
    const path = freshPath();
    const here = `http://localhost:${cable.port}${path}`;
    const ann = await visit(house.browser(), here);
    const bo = await visit(house.browser(), house.served().url + path);
    await ann.say("before");
    await bo.sees("before");
    // She knows it too, and so does what she keeps.
    await ann.page.locator("article.sent").waitFor();
    await expect.poll(() => keptOps(ann.page)).toBe(0);
    return { ann, bo, cable, here };
  }

  it("ann and bo open a link, write, and see each other", async () => {
    const url = house.served().url + freshPath();
    const ann = await visit(house.browser(), url, withWorker);
    await ann.page.getByText("You're the first here").waitFor();
    await ann.say("hi, anybody?");
    const bo = await visit(house.browser(), url, withWorker);
    await bo.sees("hi, anybody?");
    await bo.page.getByRole("textbox", { name: "Message" }).pressSequentially("ye");
    await ann.page.getByText("is typing…").waitFor();
    await bo.say("yes! 你好，世界");
    await ann.sees("hi, anybody?", "yes! 你好，世界");
    await ann.page.getByText("2 people here").or(ann.page.getByLabel("2 people here")).first().waitFor();
    expect([...ann.troubles, ...bo.troubles]).toEqual([]);
  });

  it("ann edits, replies, reacts and deletes, and bo sees it", async () => {
    const url = house.served().url + freshPath();
    const [ann, bo] = [await visit(house.browser(), url), await visit(house.browser(), url)];
    await ann.say("frist");
    await ann.page.locator("article.sent").waitFor();
    await ann.page.getByRole("textbox", { name: "Message" }).press("ArrowUp");
    await ann.say("first");
    await expect.poll(bo.lines).toEqual([expect.stringMatching(/^first\s*edited$/)]);
    const row = bo.page.locator("article").first();
    await row.hover();
    await row.getByRole("button", { name: "React with 👍" }).click();
    await ann.page.getByRole("button", { name: /👍/ }).first().waitFor();
    await bo.page.mouse.move(0, 0);
    await row.hover();
    await row.getByRole("button", { name: "Reply" }).click();
    await bo.say("well done");
    await expect.poll(async () => (await ann.lines()).at(-1)).toMatch(/first[\s\S]*well done/);
    const own = ann.page.locator("article").first();
    await own.hover();
    await own.getByRole("button", { name: "Delete" }).click();
    await bo.page.getByText("Message deleted").first().waitFor();
  });

  it("ann, offline, writes three lines; online again they are sent once, in order", async () => {
    const { ann, bo, cable } = await annOnACable();
    await cable.cut();
    await ann.page.context().setOffline(true);
    for (const text of ["one", "two", "three"]) await ann.say(text);
    await ann.sees("before", "one", "two", "three");
    await bo.say("where is she?");
    // In the log, before hers can be.
    await bo.page.locator("article.sent", { hasText: "where is she?" }).waitFor();
    await cable.mend();
    await ann.page.context().setOffline(false);
    await bo.sees("before", "where is she?", "one", "two", "three");
    await ann.sees("before", "where is she?", "one", "two", "three");
    await cable.end();
  });

  it("ann reloads while a line is on its way, and it is there once", async () => {
    const { ann, bo, cable } = await annOnACable();
    cable.lose();
    await ann.say("in mid-air");
    await expect.poll(() => keptOps(ann.page)).toBe(1);
    await cable.mend();
    await ann.page.reload();
    await bo.sees("before", "in mid-air");
    await ann.sees("before", "in mid-air");
    await ann.page.reload();
    await ann.sees("before", "in mid-air");
    await cable.end();
  });

  it("ann closes her tab on unsent lines, and the next tab that she opens sends them once", async () => {
    const { ann, bo, cable, here } = await annOnACable();
    await cable.cut();
    await ann.say("left behind 1");
    await ann.say("left behind 2");
    await expect.poll(() => keptOps(ann.page)).toBe(2);
    const context = ann.page.context();
    await ann.page.close();
    await cable.mend();
    const tab = await context.newPage();
    await tab.goto(here);
    await bo.sees("before", "left behind 1", "left behind 2");
    await tab.reload();
    await expect.poll(() => tab.locator("article").count()).toBe(3);
    await cable.end();
  });

  it("ann closes a tab on unsent lines, and the tab that was open all along sends them when she looks at it", async () => {
    const url = house.served().url + freshPath();
    const ann = await visit(house.browser(), url);
    const bo = await visit(house.browser(), url);
    await ann.say("before");
    await bo.sees("before");
    const tab = await ann.page.context().newPage();
    await tab.goto(url);
    await tab.getByRole("button", { name: "Disconnect" }).click();
    const field = tab.getByRole("textbox", { name: "Message" });
    for (const text of ["left behind 1", "left behind 2"]) {
      await field.fill(text);
      await field.press("Enter");
    }
    await expect.poll(() => keptOps(tab)).toBe(2);
    await tab.close();
    await ann.page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await bo.sees("before", "left behind 1", "left behind 2");
    await ann.sees("before", "left behind 1", "left behind 2");
  });

  it("ann writes with an input method, and its Enter sends nothing", async () => {
    const ann = await visit(house.browser(), house.served().url + freshPath());
    const field = ann.page.getByRole("textbox", { name: "Message" });
    await field.focus();
    const input = await ann.page.context().newCDPSession(ann.page);
    await input.send("Input.imeSetComposition", { text: "ㄋㄧˇ", selectionStart: 3, selectionEnd: 3 });
    const enter = (init: object) =>
      field.evaluate((element, how) => {
        element.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true, ...how }));
      }, init);
    await enter({ isComposing: true });
    await input.send("Input.insertText", { text: "你好" });
    // Safari ends the composition before its Enter arrives: only the key code tells.
    await enter({ keyCode: 229 });
    expect(await ann.lines()).toEqual([]);
    expect(await field.inputValue()).toBe("你好");
    await field.press("Enter");
    await ann.sees("你好");
  });

  it("a page like the article's, on another port, is greeted and sees everybody's lines", async () => {
    const path = freshPath();
    const { url, server } = await serveArticle(house.served().url.replace("http", "ws") + path);
    const reader = await (await house.browser().newContext()).newPage();
    await reader.goto(url);
    await reader.click("#connect");
    await expect.poll(() => printed(reader)).toEqual([expect.stringMatching(/^\[Client [\w+/]{8} is connected!\]$/)]);
    const [greeting = ""] = await printed(reader);
    const id = greeting.slice(8, 16);
    await reader.fill("#text", "ping");
    await reader.click("#send");
    const ann = await visit(house.browser(), house.served().url + path);
    await ann.sees("ping");
    await ann.say("pong!");
    await expect
      .poll(() => printed(reader))
      .toEqual([greeting, `${id}: ping`, expect.stringMatching(/^.+#\w{4}: pong!$/)]);
    await reader.click("#disconnect");
    await ann.page
      .getByText("1 person here")
      .or(ann.page.getByLabel("1 person here"))
      .first()
      .waitFor({ timeout: 15_000 });
    server.close();
  });

  it("ann disconnects and connects, as in the article", async () => {
    const url = house.served().url + freshPath();
    const [ann, bo] = [await visit(house.browser(), url), await visit(house.browser(), url)];
    await ann.page.getByRole("button", { name: "Disconnect" }).click();
    await ann.page.getByText("Disconnected", { exact: true }).first().waitFor();
    await bo.say("she can't see this");
    await ann.say("kept for later");
    await bo.sees("she can't see this");
    await ann.page.getByRole("button", { name: "Connect", exact: true }).first().click();
    await ann.sees("she can't see this", "kept for later");
    await bo.sees("she can't see this", "kept for later");
  });

  it("two browsers, the article's client and curl talk on through a power cut, and nobody loses or doubles a line", async () => {
    const path = freshPath();
    const here = house.served().url + path;
    const [ann, bo] = [await visit(house.browser(), here, withWorker), await visit(house.browser(), here, withWorker)];
    const { url, server } = await serveArticle(here.replace("http", "ws"));
    const reader = await (await house.browser().newContext()).newPage();
    await reader.goto(url);
    await reader.click("#connect");
    await expect.poll(async () => (await printed(reader)).length).toBe(1);
    await reader.fill("#text", "from the article");
    await reader.click("#send");
    await ann.sees("from the article");
    await fetch(here, { method: "POST", body: "from curl" });
    await ann.sees("from the article", "from curl");
    await ann.say("before the cut");
    await bo.sees("from the article", "from curl", "before the cut");
    const cut = house.powerCut();
    await ann.say("in the dark 1");
    await ann.say("in the dark 2");
    await cut;
    // However long the server took to come back, nobody waits for the next try: as where a network is back.
    for (const { page } of [ann, bo]) await page.evaluate(() => dispatchEvent(new Event("online")));
    await bo.sees("from the article", "from curl", "before the cut", "in the dark 1", "in the dark 2");
    await bo.say("light again");
    const all = ["from the article", "from curl", "before the cut", "in the dark 1", "in the dark 2", "light again"];
    await ann.sees(...all);
    await bo.sees(...all);
    const lines = (await (await fetch(here)).text()).trim().split("\n");
    expect(lines.map((line) => line.slice(line.indexOf(": ") + 2))).toEqual(all);
    server.close();
  });
});
