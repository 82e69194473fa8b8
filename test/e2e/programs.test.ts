// Bots and webhooks on screen: made in the room's settings, told once, shown as what they are, and taken away.
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { axeAt } from "../support/axe.ts";
import { noBrowser, visit } from "../support/browser.ts";
import { openHouse } from "../support/house.ts";
import { receives } from "../support/receiver.ts";

describe.skipIf(noBrowser)("ann, in a private room that is hers", () => {
  const house = openHouse({ PARLOR_LIMITS: "off", PARLOR_PRIVATE_HOOKS: "on" });

  async function annsRoom() {
    // Axe is let in by no policy of ours, and takes what is on its way to another colour for what it is.
    const still = { bypassCSP: true, reducedMotion: "reduce" } as const;
    const ann = await visit(house.browser(), house.served().url, still);
    await ann.page.getByRole("button", { name: "New private room" }).click();
    await ann.page.getByRole("heading", { name: "Private room" }).waitFor();
    await ann.say("Ann is here");
    const here = ann.page.url();
    const bo = await visit(house.browser(), here);
    await bo.sees("Ann is here");
    return { ann, bo, here };
  }

  async function openPrograms(page: Page) {
    await page.getByRole("button", { name: "Bots and webhooks" }).click();
    const sheet = page.getByRole("dialog", { name: "Bots and webhooks" });
    await sheet.getByText("There are none in this room yet.").waitFor();
    return sheet;
  }

  const post = (url: string, body: string, headers: Record<string, string> = {}) =>
    fetch(url, { method: "POST", body, headers: { "Content-Type": "text/plain", ...headers } });
  const log = (page: Page) => page.getByRole("log");

  it("makes a bot, whose token is told once; bo sees it speak as a bot; and she takes it away", async () => {
    const { ann, bo, here } = await annsRoom();
    expect(await bo.page.getByRole("button", { name: "Bots and webhooks" }).count()).toBe(0);
    const axe = axeAt(ann.page);
    const sheet = await openPrograms(ann.page);
    await axe.look("no programs");
    await sheet.getByRole("button", { name: /^Add a bot/ }).click();
    await axe.look("the form of a bot");
    await sheet.getByLabel("Name").fill("Weather");
    await sheet.getByRole("button", { name: "Add", exact: true }).click();
    const token = await sheet.getByLabel("Its token").inputValue();
    expect(token).toMatch(/^parlor_bot_[\w-]{43}$/);
    await sheet.getByText("This token is shown only now.").waitFor();
    await axe.look("a token");
    await sheet.getByRole("button", { name: /^Done/ }).click();
    await sheet.getByText("Reads and writes").waitFor();
    expect(await sheet.getByText(token).count()).toBe(0);
    await axe.look("a bot");
    expect(axe.found).toEqual([]);

    const bearer = { Authorization: `Bearer ${token}` };
    expect((await post(here, "rain at four", bearer)).status).toBe(201);
    await bo.sees("Ann is here", "rain at four");
    const said = bo.page.locator("article", { hasText: "rain at four" });
    await said.getByText("Weather", { exact: true }).waitFor();
    await said.getByText("bot", { exact: true }).waitFor();
    await log(bo.page)
      .getByText(/added the bot .*Weather/)
      .waitFor();

    await sheet.getByRole("button", { name: /^Remove/ }).click();
    // Not by one press.
    expect((await post(here, "and at five", bearer)).status).toBe(201);
    await sheet.getByRole("button", { name: /^Remove for good/ }).click();
    await sheet.getByText("There are none in this room yet.").waitFor();
    expect((await post(here, "and at six", bearer)).status).toBe(401);
    await log(bo.page)
      .getByText(/removed .*Weather/)
      .waitFor();
    expect([...ann.troubles, ...bo.troubles]).toEqual([]);
  });

  it("is told by the room what a name can't be, and what she wrote stays", async () => {
    const { ann } = await annsRoom();
    const sheet = await openPrograms(ann.page);
    await sheet.getByRole("button", { name: /^Add an outgoing webhook/ }).click();
    await sheet.getByLabel("Name").fill("Archive");
    await sheet.getByLabel("Address to tell").fill("ftp://files.example");
    await sheet.getByRole("button", { name: "Add", exact: true }).click();
    await sheet.getByRole("status").getByText(/./).waitFor();
    expect(await sheet.getByLabel("Name").inputValue()).toBe("Archive");
    expect(await sheet.getByLabel("Address to tell").inputValue()).toBe("ftp://files.example");
  });

  it("gives a service the address of a webhook, and what that posts is said under its name", async () => {
    const { ann, bo } = await annsRoom();
    const sheet = await openPrograms(ann.page);
    await sheet.getByRole("button", { name: /^Add an incoming webhook/ }).click();
    await sheet.getByLabel("Name").fill("建置");
    await sheet.getByRole("button", { name: "Add", exact: true }).click();
    const address = await sheet.getByLabel("Its address").inputValue();
    expect(await (await post(address, '{"text":"建置完成"}', { "Content-Type": "application/json" })).text()).toBe(
      "ok",
    );
    await bo.sees("Ann is here", "建置完成");
    const said = bo.page.locator("article", { hasText: "建置完成" });
    await said.getByText("webhook", { exact: true }).waitFor();

    // Another is made elsewhere, by somebody else who may: it comes into the list, and has a picture of its own.
    await sheet.getByRole("button", { name: /^Done/ }).click();
    await ann.page.evaluate(async () => {
      await fetch(`${location.pathname}/hooks`, { method: "POST", body: '{"name":"Tickets"}' });
    });
    await sheet.getByText("Tickets", { exact: true }).waitFor();
    const pictures = await sheet.locator(".avatar").evaluateAll((all) => all.map((each) => each.outerHTML));
    expect(new Set(pictures).size).toBe(2);
  });

  it("has a service told what is said, sees how that goes, sends one again, and has it pause and go on", async () => {
    const { ann, bo } = await annsRoom();
    const receiver = await receives();
    const sheet = await openPrograms(ann.page);
    await sheet.getByRole("button", { name: /^Add an outgoing webhook/ }).click();
    await sheet.getByLabel("Name").fill("Archive");
    await sheet.getByLabel("Address to tell").fill(receiver.url);
    await sheet.getByRole("button", { name: "Add", exact: true }).click();
    receiver.secret = await sheet.getByLabel("Its signing secret").inputValue();
    await sheet.getByRole("button", { name: /^Done/ }).click();
    await bo.say("for the archive");
    await expect.poll(() => receiver.taken()).toEqual(["for the archive"]);
    expect(receiver.letters.every(({ signed }) => signed)).toBe(true);
    // The room has to read the answer too.
    const hooks = () => ann.page.evaluate(async () => (await fetch(`${location.pathname}/hooks`)).text());
    await expect.poll(hooks).toContain("204");

    await ann.page.keyboard.press("Escape");
    await ann.page.getByRole("button", { name: "Bots and webhooks" }).click();
    await sheet.getByText("Last deliveries").click();
    await sheet.getByText("Arrived (204)").waitFor();
    const axe = axeAt(ann.page);
    await axe.look("deliveries");
    expect(axe.found).toEqual([]);
    await sheet.getByRole("button", { name: "Send again" }).click();
    await expect.poll(() => receiver.letters.length).toBe(2);
    expect(receiver.taken()).toEqual(["for the archive"]);

    await sheet.getByRole("button", { name: /^Pause/ }).click();
    await sheet.getByText("Paused", { exact: true }).waitFor();
    await bo.say("and this later");
    await ann.sees("Ann is here", "for the archive", "and this later");
    await sheet.getByRole("button", { name: /^Resume/ }).click();
    await expect.poll(() => receiver.taken()).toEqual(["for the archive", "and this later"]);
    await log(bo.page)
      .getByText(/paused .*Archive/)
      .waitFor();
    expect([...ann.troubles, ...bo.troubles]).toEqual([]);
  });
});
