// Web Push in a real browser: the bell that asks for it, and what the service worker shows while nobody looks.
import { setTimeout as sleep } from "node:timers/promises";
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { somethingNew } from "../../src/client/i18n/pushed.ts";
import { canLookAway, goes } from "../support/away.ts";
import { axeAt } from "../support/axe.ts";
import { noBrowser, visit, withWorker } from "../support/browser.ts";
import { freshPath, openHouse } from "../support/house.ts";
import { joins, says } from "../support/people.ts";
import { openPushService, type PushService } from "../support/push-service.ts";
import { deliveryTo, hasFocus, press, renews, shown, showsOf, subscribesTo } from "../support/pushed-to.ts";
import { until } from "../support/serve.ts";
import { tables } from "../support/tables.ts";

const [[, english]] = tables;

describe.skipIf(noBrowser)("ann, who wants to be told while no tab is open", () => {
  const house = openHouse({ PARLOR_LIMITS: "off", PARLOR_PRIVATE_HOOKS: "on" }, { whole: true });
  let service: PushService;
  beforeAll(async () => {
    service = await openPushService();
  });
  afterAll(() => service?.close());

  /** Ann in a room, and Bo there. Her browser can be pushed to by our service, or else only by one out of reach. */
  async function annAndBo({
    path = freshPath(),
    subscribes = true,
    ...options
  }: { path?: string; subscribes?: boolean } & BrowserContextOptions = {}) {
    const room = path.slice(3);
    const bo = joins(house.served().url, room, "Bo");
    await says(bo, ["before"]);
    const how = { ...withWorker, bypassCSP: true, reducedMotion: "reduce", ...options } as const;
    const ann = await visit(house.browser(), house.served().url + path, { ...how, permissions: ["notifications"] });
    await canLookAway(ann.page);
    if (subscribes) await subscribesTo(ann.page, service.subscription());
    await ann.page.reload();
    await ann.sees("before");
    return { ann, bo, room, page: ann.page };
  }

  const choice = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
  async function chooses(page: Page, name: string, comesTo: string) {
    await choice(page, name).click();
    await page.locator("#notice-hint", { hasText: comesTo }).waitFor();
  }
  /** What the room would push, and where, as it tells Ann herself. */
  const pushes = (page: Page): Promise<string[]> =>
    page.evaluate(async () => {
      const mine: { pushes: { choice: string }[] } = await (await fetch(`${location.pathname}/mine`)).json();
      return mine.pushes.map((each) => each.choice);
    });
  const bodies = () => service.delivered.map(({ what }) => Reflect.get(Object(what), "body"));

  it("hears of a message by the room, the push service and her service worker, and once", async () => {
    const { ann, bo, room, page } = await annAndBo();
    await chooses(page, english.notice.all, english.notice.always);
    const delivers = await deliveryTo(page);
    await says(bo, ["she sees this"]);
    await ann.sees("before", "she sees this");
    // Longer than the room gathers what is said.
    await sleep(1_500);
    expect(service.asked).toBe(0);

    await goes(page, true);
    await hasFocus(page, false);
    // That takes its time, in which the room has heard that she looks away.
    await expect.poll(() => pushes(page)).toHaveLength(1);
    await says(bo, ["and not this"]);
    await until(() => service.delivered.length > 0);
    expect(bodies()).toEqual(["and not this"]);
    // The page has heard it too, and left it to the service worker.
    await expect.poll(() => page.title()).toContain("(1)");
    expect(await shown(page)).toEqual([]);
    await delivers(JSON.stringify(service.delivered[0]?.what));
    const notice = { title: `Bo · ${room}`, body: "and not this", tag: `room ${room}` };
    await expect.poll(() => shown(page)).toEqual([notice]);
    // She looks, and it is gone.
    await goes(page, false);
    await expect.poll(() => shown(page)).toEqual([]);

    // Her browser gets another subscription while no page of hers asks for it; the room that had the first has that too.
    expect(await pushes(page)).toEqual(["all"]);
    await renews(page, service.subscription());
    expect(await pushes(page)).toEqual(["all", "all"]);
    expect(ann.troubles).toEqual([]);
    bo.leave();
  });

  it.each(tables)(
    "reads in her language, %s, what is pushed, the latest only, and comes to the message by a press",
    async (locale, { say, notice }) => {
      const path = `/r/V1StGXR8_Z5jdHi6B-my${locale.slice(0, 2)}`;
      const { ann, bo, room, page } = await annAndBo({ path, locale });
      await says(
        bo,
        Array.from({ length: 60 }, (_, index) => `line ${index + 2}`),
      );
      await chooses(page, notice.mentions, notice.always);
      const delivers = await deliveryTo(page);
      await goes(page, true);
      await hasFocus(page, false);
      const title = `Bo · ${say.room.private}`;
      for (const seq of [2, 3]) {
        await delivers(JSON.stringify({ room, seq, title: "Bo", body: `line ${seq}`, mention: true }));
        await expect.poll(() => shown(page)).toEqual([{ title, body: `line ${seq}`, tag: `room ${room}` }]);
      }
      expect(await press(page)).toBe(`to the front: ${path}`);
      await page.locator("article.lit", { hasText: "line 3" }).waitFor();
      expect(await shown(page)).toEqual([]);

      await delivers("words of a later time");
      await expect.poll(() => shown(page)).toEqual([{ title: "Parlor", body: somethingNew[locale], tag: "parlor" }]);
      await page.goto(house.served().url);
      expect(await press(page)).toMatch(/^to the front: \/$/);
      await delivers(JSON.stringify({ room, seq: 5, title: "Bo", body: "line 5", mention: false }));
      await expect.poll(() => shown(page)).toHaveLength(1);
      expect(await press(page)).toBe(`opened: ${house.served().url}${path}#m5`);
      expect(ann.troubles).toEqual([]);
      bo.leave();
    },
  );

  it("sees nothing that she looks at already, though it was long on its way", async () => {
    const { bo, room, page } = await annAndBo();
    const delivers = await deliveryTo(page);
    await hasFocus(page, true);
    const pushed = { seq: 1, title: "Bo", mention: false };
    await delivers(
      JSON.stringify({ ...pushed, room, body: "before" }),
      JSON.stringify({ ...pushed, room: "elsewhere", body: "there" }),
    );
    await expect.poll(async () => (await shown(page)).map(({ body }) => body)).toEqual(["there"]);
    bo.leave();
  });

  it("is told by the page where her push service can't be reached, hears so, and has it as soon as it can be had", async () => {
    const { ann, bo, page } = await annAndBo({ subscribes: false });
    const axe = axeAt(page);
    await chooses(page, english.notice.all, english.notice.service);
    await choice(page, english.notice.again).waitFor();
    await axe.look("no push service");
    await goes(page, true);
    const shows = await showsOf(page);
    await says(bo, ["come!"]);
    await shows();
    await expect.poll(async () => (await shown(page)).map(({ body }) => body)).toEqual(["come!"]);
    await goes(page, false);
    expect(await pushes(page)).toEqual([]);

    await page.context().setOffline(true);
    await chooses(page, english.notice.mentions, english.notice.unreachable);
    await page.context().setOffline(false);
    await subscribesTo(page, service.subscription());
    await page.reload();
    await page.locator("#notice-hint", { hasText: english.notice.always }).waitFor();
    await choice(page, english.notice.mentions).and(page.locator("[aria-pressed=true]")).waitFor();
    expect(await pushes(page)).toEqual(["mentions"]);
    expect(axe.found).toEqual([]);
    expect(ann.troubles).toEqual([]);
    bo.leave();
  });

  it("has it back when the room has lost it, room by room, and takes it back", async () => {
    const { ann, bo, page } = await annAndBo();
    await chooses(page, english.notice.all, english.notice.always);
    const [other] = [await page.context().newPage()];
    await other.goto(house.served().url + freshPath());
    await choice(other, english.notice.off).and(other.locator("[aria-pressed=true]")).waitFor();
    await other.close();
    // As the room does when the push service says that the browser is gone.
    await page.evaluate(
      async (endpoint) => {
        await fetch(`${location.pathname}/push`, { method: "DELETE", body: JSON.stringify({ endpoint }) });
      },
      await endpointOf(page),
    );
    expect(await pushes(page)).toEqual([]);
    await page.reload();
    await expect.poll(() => pushes(page)).toEqual(["all"]);
    const second = await page.context().newPage();
    await second.goto(page.url());
    await chooses(second, english.notice.mentions, english.notice.always);
    await choice(page, english.notice.mentions).and(page.locator("[aria-pressed=true]")).waitFor();
    await chooses(page, english.notice.off, english.notice.offer.always);
    await expect.poll(() => pushes(page)).toEqual([]);
    await choice(second, english.notice.off).and(second.locator("[aria-pressed=true]")).waitFor();
    expect(ann.troubles).toEqual([]);
    bo.leave();
  });

  it("hears that the browser was not allowed to, and that it is allowed no more", async () => {
    const { bo, page } = await annAndBo();
    await page.addInitScript(() => {
      const now = () => localStorage.getItem("the browser's permission") ?? "default";
      Object.defineProperty(Notification, "permission", { get: now });
      Object.defineProperty(Notification, "requestPermission", { value: async () => now() });
    });
    await page.reload();
    const axe = axeAt(page);
    await chooses(page, english.notice.all, english.notice.dismissed);
    await axe.look("a question that nobody answered");
    await page.evaluate(() => localStorage.setItem("the browser's permission", "granted"));
    await chooses(page, english.notice.all, english.notice.always);
    await axe.look("a bell that rings");
    await page.evaluate(() => localStorage.removeItem("the browser's permission"));
    await page.evaluate(() => dispatchEvent(new Event("focus")));
    await page.locator("#notice-hint", { hasText: english.notice.lost }).waitFor();
    await expect.poll(() => pushes(page)).toEqual([]);
    expect(axe.found).toEqual([]);
    bo.leave();
  });

  it("keeps in the rooms that she has been to what she once chose for all, for as long as a tab is open", async () => {
    const { bo, page } = await annAndBo();
    // She has been to a room once it has greeted her, which may be after its last page is on the screen.
    await page.waitForFunction(() => localStorage.getItem("parlor rooms"));
    await page.evaluate(() => localStorage.setItem("parlor notice", "mentions"));
    await page.reload();
    await choice(page, english.notice.mentions).and(page.locator("[aria-pressed=true]")).waitFor();
    await page.getByText(english.notice.unasked).waitFor();
    expect(await pushes(page)).toEqual([]);
    await page.goto(house.served().url + freshPath());
    await choice(page, english.notice.off).and(page.locator("[aria-pressed=true]")).waitFor();
    await page.goBack();
    await choice(page, english.notice.more).click();
    await page.getByText(english.notice.always).waitFor();
    expect(await pushes(page)).toEqual(["mentions"]);
    bo.leave();
  });
});

/** Where the room pushes to, as her browser keeps it. */
function endpointOf(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open("parlor-bells");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const rows = opening.result.transaction("rooms").objectStore("rooms").getAll();
          rows.onsuccess = () => {
            opening.result.close();
            resolve(rows.result[0]?.endpoint);
          };
        };
      }),
  );
}
