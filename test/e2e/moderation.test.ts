// A room that is somebody's: made by one press, kept in order from the list of people.
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { noBrowser, visit } from "../support/browser.ts";
import { openHouse } from "../support/house.ts";

/** The line of somebody else in the list of people, and one's own. Tags are as they come: they may have a name in them. */
const line = (page: Page, name: string) =>
  page.locator(".people li", { has: page.locator("bdi").getByText(name, { exact: true }) });
const own = (page: Page) => page.locator(".people .me");
/** What was done in the room stands in the talk: it is done, and not only on its way. */
const isTold = (page: Page, what: RegExp) => page.getByRole("log").getByText(what).waitFor();

describe.skipIf(noBrowser)("ann's private room", () => {
  const house = openHouse({ PARLOR_LIMITS: "off" });

  type Who = Awaited<ReturnType<typeof visit>>;

  /** Ann in a room that she has just made, with these others, each under their name. Who is not asked for is Ann herself. */
  async function annsRoom(...others: ("Bo" | "Cleo")[]) {
    const ann = await visit(house.browser(), house.served().url);
    await ann.page.getByRole("button", { name: "New private room" }).click();
    await ann.page.getByRole("heading", { name: "Private room" }).waitFor();
    const here = ann.page.url();
    const [bo, cleo] = await Promise.all([visitIf("Bo"), visitIf("Cleo")]);
    function visitIf(name: "Bo" | "Cleo") {
      return others.includes(name) ? visit(house.browser(), here) : Promise.resolve(ann);
    }
    const all: [Who, string][] = [[ann, "Ann"]];
    if (bo !== ann) all.push([bo, "Bo"]);
    if (cleo !== ann) all.push([cleo, "Cleo"]);
    for (const [who, name] of all) {
      const field = who.page.locator("aside").getByLabel("Your name");
      await field.fill(name);
      await field.press("Enter");
      await who.say(`${name} is here`);
      await (name === "Ann" ? own(ann.page) : line(ann.page, name)).waitFor();
    }
    await ann.sees(...all.map(([, name]) => `${name} is here`));
    return { ann, bo, cleo, here };
  }

  /** Opens what can be done about somebody. */
  async function menu(page: Page, name: string) {
    await line(page, name).getByRole("button").click();
    const sheet = page.getByRole("dialog", { name });
    await sheet.waitFor();
    return sheet;
  }

  it("she makes bo a moderator; he deletes what cleo said, mutes her, and shows her out", async () => {
    const { ann, bo, cleo } = await annsRoom("Bo", "Cleo");
    await own(ann.page).getByText("owner").waitFor();
    // Who keeps no order calls by a press, as ever.
    await line(cleo.page, "Bo").getByRole("button").click();
    const cleos = cleo.page.getByRole("textbox", { name: "Message", exact: true });
    await expect.poll(() => cleos.inputValue()).toContain("@Bo");
    await cleos.fill("");

    await (await menu(ann.page, "Bo")).getByRole("button", { name: "Make a moderator" }).click();
    await own(bo.page).getByText("moderator").waitFor();
    await line(cleo.page, "Bo").getByText("moderator").waitFor();
    const mark = (who: Who, text: RegExp) => who.page.getByRole("log").getByText(text).waitFor();
    for (const who of [ann, bo, cleo]) await mark(who, /Ann.* made .*Bo.* a moderator/);

    const hers = bo.page.locator("article", { hasText: "Cleo is here" });
    await hers.hover();
    await hers.getByRole("button", { name: "Delete" }).click();
    await expect.poll(() => cleo.page.getByText("Message deleted").count(), { timeout: 15_000 }).toBe(1);

    await (await menu(bo.page, "Cleo")).getByRole("button", { name: "Mute for 10 minutes" }).click();
    await expect
      .poll(async () => {
        await cleo.say("what?");
        return cleo.page.getByText("You can't write in this room for now.").count();
      })
      .toBeGreaterThan(0);

    const sheet = await menu(bo.page, "Cleo");
    await sheet.getByLabel(/^Reason/).fill("Cool down");
    await sheet.getByRole("button", { name: "Show out" }).click();
    // Not by one press.
    expect(await line(ann.page, "Cleo").count()).toBe(1);
    await sheet.getByRole("button", { name: /^Show .*Cleo.* out\?/ }).click();
    await cleo.page.getByText("You were shown out of this room. Cool down").waitFor();
    await ann.page.reload();
    await mark(ann, /Bo.* showed .*Cleo.* out: .*Cool down/);
    expect([...ann.troubles, ...bo.troubles, ...cleo.troubles]).toEqual([]);
  });

  it("bo takes a name that looks like hers, and everybody is told so", async () => {
    const { ann, bo } = await annsRoom("Bo");
    const field = bo.page.locator("aside").getByLabel("Your name");
    await field.fill("Аnn");
    await field.press("Enter");
    await line(ann.page, "Аnn")
      .getByText(/^The name looks like that of .Ann. \(/)
      .waitFor();
    expect(await own(ann.page).getByText("look-alike").count()).toBe(0);
  });

  it("she closes it to newcomers and lets only moderators write, and everybody is told what holds", async () => {
    const { ann, bo, here } = await annsRoom("Bo");
    const rules = ann.page.getByRole("group", { name: "This room" });
    await rules.getByLabel("Who may write").selectOption({ label: "Moderators" });
    await bo.page.getByText("Only moderators may write here.").waitFor();
    expect(await bo.page.getByRole("group", { name: "This room" }).count()).toBe(0);
    await rules.getByLabel("Title").fill("Thursday's class");
    await rules.getByLabel("Title").press("Enter");
    await bo.page.getByRole("heading", { name: "Thursday's class" }).waitFor();
    await expect.poll(() => bo.page.title()).toContain("Thursday's class");
    await rules.getByLabel("Closed to newcomers").check();
    await isTold(bo.page, /closed the room to newcomers/);
    const dan = await visit(house.browser(), here);
    await dan.page.getByText("This room is closed to newcomers.").waitFor();
    expect(await dan.page.getByText("Ann is here").count()).toBe(0);
    await bo.page.reload();
    await bo.page.getByText("Ann is here").waitFor();
    await bo.page.getByText("Only moderators may write here.").waitFor();
    await ann.page.reload();
    await expect.poll(() => rules.getByLabel("Closed to newcomers").isChecked()).toBe(true);
    await rules.getByLabel("Who may write").selectOption({ label: "Everyone" });
    await expect.poll(() => bo.page.getByText("Only moderators may write here.").count()).toBe(0);
  });

  it("she goes on writing its title while others talk", async () => {
    const { ann, bo } = await annsRoom("Bo");
    const title = ann.page.getByRole("group", { name: "This room" }).getByLabel("Title");
    await title.fill("Thursday's class");
    await bo.say("are we late?");
    await ann.page.getByText("are we late?").waitFor();
    expect(await title.inputValue()).toBe("Thursday's class");
    await title.press("Enter");
    await bo.page.getByRole("heading", { name: "Thursday's class" }).waitFor();
  });

  it("she takes bo's membership away and bans him, who has left, from what he said", async () => {
    const { ann, bo, here } = await annsRoom("Bo");
    await bo.page.goto("about:blank");
    await ann.page.reload();
    const his = ann.page.locator("article", { hasText: "Bo is here" });
    const about = async () => {
      await his.hover();
      await his.getByRole("button", { name: /^.Bo.: what you can do$/ }).click();
      const sheet = ann.page.getByRole("dialog", { name: "Bo" });
      await sheet.waitFor();
      return sheet;
    };
    const sheet = await about();
    await expect.poll(() => line(ann.page, "Bo").count()).toBe(0);
    await expect.poll(() => sheet.getByRole("button", { name: "Show out" }).count()).toBe(0);
    await sheet.getByRole("button", { name: "Take membership away" }).click();
    await sheet.waitFor({ state: "detached" });
    await isTold(ann.page, /Ann.* made .*Bo.* a guest/);
    const list = ann.page.locator(".banned");
    await list.getByText("Who may not come in").click();
    await list.getByText("Nobody").waitFor();
    await ann.page.mouse.move(0, 0);
    const again = await about();
    await again.getByLabel(/^A ban is also for newcomers/).check();
    await again.getByRole("button", { name: "Ban for good" }).click();
    await again.getByRole("button", { name: /^Ban .*Bo.* for good\?/ }).click();
    // It was unfolded when there was nobody.
    await list.getByText("For good · also newcomers from their address").waitFor();
    for (const who of [bo, await visit(house.browser(), here)]) {
      await who.page.goto(here);
      await who.page.getByText("You may not come into this room.").waitFor();
    }
    expect([...ann.troubles, ...bo.troubles]).toEqual([]);
  });

  it("she bans bo for good, who can't come back until she lets him, and hands the room over to cleo", async () => {
    const { ann, bo, cleo } = await annsRoom("Bo", "Cleo");
    const sheet = await menu(ann.page, "Bo");
    await sheet.getByRole("button", { name: "Ban for good" }).click();
    await sheet.getByRole("button", { name: /^Ban .*Bo.* for good\?/ }).click();
    await bo.page.getByText("You may not come into this room.").waitFor();
    await bo.page.reload();
    await bo.page.getByText("You may not come into this room.").waitFor();
    const list = ann.page.locator(".banned");
    await list.getByText("Who may not come in").click();
    await list.getByText("For good").waitFor();
    await list.getByRole("button", { name: "Let in again" }).click();
    await expect.poll(() => list.getByRole("listitem").count()).toBe(0);
    await isTold(ann.page, /Ann.* lets .*Bo.* in again/);
    await bo.page.reload();
    await bo.page.getByText("Cleo is here").waitFor();
    const cleos = await menu(ann.page, "Cleo");
    await cleos.getByRole("button", { name: "Hand the room over" }).click();
    await cleos.getByRole("button", { name: /^Make .*Cleo.* the owner/ }).click();
    await own(cleo.page).getByText("owner").waitFor();
    await own(ann.page).getByText("moderator").waitFor();
    await expect.poll(() => ann.page.getByLabel("Who may write").count()).toBe(0);
  });

  it("she sets a passcode: bo is asked for it at once, and dan before he sees anything", async () => {
    const { ann, bo, here } = await annsRoom("Bo");
    const aside = ann.page.locator("aside");
    await aside.getByLabel("Passcode, to come in").fill("  芝麻開門  ");
    await expect.poll(() => aside.getByRole("button", { name: "Ask for it" }).isDisabled()).toBe(true);
    await aside.getByLabel("Passcode, to come in").fill("芝麻開門 please");
    await aside.getByRole("button", { name: "Ask for it" }).click();
    await ann.page.getByText("Passcode set.").waitFor();
    await bo.page.getByText("This room asks for a passcode.").waitFor();
    await ann.say("only for those who know");
    await ann.page.getByRole("button", { name: "Share" }).click();
    const panel = ann.page.getByRole("dialog", { name: "Share this room" });
    await panel.getByText("Whoever has this address and the passcode is in.").waitFor();
    await panel.getByText(`curl -u :PASSCODE ${here}`).waitFor();
    await ann.page.keyboard.press("Escape");

    const dan = await visit(house.browser(), here);
    const field = dan.page.getByLabel("This room asks for a passcode.");
    await field.fill("open up");
    await dan.page.getByRole("button", { name: "Come in" }).click();
    await dan.page.getByText("That isn't the passcode.").waitFor();
    expect(await dan.page.getByText("only for those who know").count()).toBe(0);
    expect(await field.inputValue()).toBe("open up");
    await field.fill("芝麻開門 please");
    await field.press("Enter");
    const all = ["Ann is here", "Bo is here", "only for those who know"];
    await dan.sees(...all);
    // Once is enough, also after a reload.
    await dan.page.reload();
    await dan.sees(...all);

    await aside.getByRole("button", { name: "Ask for none" }).click();
    await aside.getByLabel("Passcode, to come in").waitFor();
    await isTold(dan.page, /took the passcode away/);
    await bo.page.reload();
    await bo.sees(...all);
    expect([...ann.troubles, ...bo.troubles, ...dan.troubles]).toEqual([]);
  });

  it("bo gets what the room knows of him, erases what he said, and leaves; she deletes the room", async () => {
    const { ann, bo, cleo } = await annsRoom("Bo", "Cleo");
    const mine = bo.page.locator("details.mine");
    await mine.locator("summary").click();
    const [file] = await Promise.all([
      bo.page.waitForEvent("download"),
      mine.getByText("Get what this room knows of you").click(),
    ]);
    const read = JSON.parse(await readFile((await file.path()) ?? "", "utf8"));
    expect(read).toMatchObject({
      name: "Bo",
      events: expect.arrayContaining([expect.objectContaining({ kind: "send" })]),
    });
    await mine.getByRole("button", { name: "Erase all you said here" }).click();
    await mine.getByRole("button", { name: "Erase all of it, for everybody?" }).click();
    for (const who of [ann, bo, cleo]) {
      await who.page.getByText("Message deleted").waitFor();
      await expect.poll(() => who.page.getByText("Bo is here").count()).toBe(0);
    }
    await mine.getByRole("button", { name: "Leave the room" }).click();
    await mine.getByRole("button", { name: /^Leave\?/ }).click();
    await bo.page.waitForURL((url) => url.pathname === "/");
    await ann.page.locator("details.mine summary").click();
    await ann.page.getByRole("button", { name: "Delete the room" }).click();
    await ann.page.getByRole("button", { name: /^Delete it/ }).click();
    for (const who of [ann, cleo]) await who.page.getByText("This room was deleted").first().waitFor();
    expect([...ann.troubles, ...bo.troubles, ...cleo.troubles]).toEqual([]);
  });

  it("she has it forget after a day what is said, and everybody can read that", async () => {
    const { ann, bo } = await annsRoom("Bo");
    await ann.page.getByLabel("Keep what is said").selectOption({ label: "For a day" });
    await bo.page.locator("details.mine summary").click();
    await bo.page.getByText("What is said here is forgotten after a day.").waitFor();
  });

  it("she moves it to another device of hers by an address that is good once, and past its passcode", async () => {
    const { ann } = await annsRoom();
    await ann.page.getByLabel("Passcode, to come in").fill("sesame seed");
    await ann.page.getByRole("button", { name: "Ask for it" }).click();
    await ann.page.getByText("Passcode set.").waitFor();
    await ann.page.locator("details.mine summary").click();
    await ann.page.getByRole("button", { name: "Move to another device" }).click();
    const shown = ann.page.getByLabel("The address for your other device");
    await expect.poll(() => shown.inputValue()).toMatch(/#move=[\w-]{32}$/);
    const address = await shown.inputValue();
    const phone = await visit(house.browser(), address);
    await phone.sees("Ann is here");
    await own(phone.page).getByText("owner").waitFor();
    await own(ann.page).getByText("moderator").waitFor();
    expect(phone.page.url()).not.toContain("#");
    const thief = await visit(house.browser(), address);
    await thief.page.getByText("That address is good no more.").waitFor();
    await thief.page.getByText("This room asks for a passcode.").waitFor();
    expect([...ann.troubles, ...phone.troubles]).toEqual([]);
  });
});
