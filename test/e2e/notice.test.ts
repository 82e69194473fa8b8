import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { canLookAway, goes } from "../support/away.ts";
import { noBrowser, visit, withWorker } from "../support/browser.ts";
import { freshPath, openHouse } from "../support/house.ts";

interface Told {
  title: string;
  body: string | undefined;
  renotify: boolean;
}

/** Lets a test say whether a page is looked at, and hear its notifications. */
async function watched(page: Page): Promise<void> {
  await canLookAway(page);
  await page.addInitScript(() => {
    const told: unknown[] = [];
    Object.assign(window, { told });
    class Heard extends Notification {
      constructor(title: string, options: NotificationOptions & { renotify?: boolean } = {}) {
        super(title, options);
        told.push({ title, body: options.body, renotify: options.renotify });
      }
    }
    Object.defineProperty(window, "Notification", { value: Heard });
    // Where a service worker shows them, they are heard as well.
    const { showNotification } = ServiceWorkerRegistration.prototype;
    ServiceWorkerRegistration.prototype.showNotification = function (
      title,
      options: NotificationOptions & { renotify?: boolean } = {},
    ) {
      told.push({ title, body: options.body, renotify: options.renotify });
      return showNotification.call(this, title, options);
    };
  });
}

const told = (page: Page): Promise<Told[]> => page.evaluate("told");
const icon = (page: Page) =>
  page.locator("link[rel=icon]").evaluate((link) => decodeURIComponent(link.getAttribute("href") ?? ""));

describe.skipIf(noBrowser)("ann, who looks elsewhere", () => {
  const house = openHouse({}, { whole: true });

  async function annAndBo() {
    const here = house.served().url + freshPath();
    const ann = await visit(house.browser(), here, { ...withWorker, permissions: ["notifications"] });
    await watched(ann.page);
    await ann.page.reload();
    const bo = await visit(house.browser(), here);
    await bo.say("before");
    await ann.sees("before");
    const name = await ann.page.getByRole("textbox", { name: "Your name" }).first().inputValue();
    // What counts in the title comes with the second part, and so does the rest of the title.
    await expect.poll(() => ann.page.title()).toContain(" · Parlor");
    return { ann, bo, name, title: await ann.page.title() };
  }

  it("sees in her tab how much came, and first how often she was called, until she is back", async () => {
    const { ann, bo, name, title } = await annAndBo();
    const plain = await icon(ann.page);
    await goes(ann.page, true);
    await bo.say("one");
    await bo.say("two");
    await expect.poll(() => ann.page.title()).toBe(`(2) ${title}`);
    await expect.poll(() => icon(ann.page)).toContain("<circle");
    const dotted = await icon(ann.page);
    await bo.say(`@${name} three`);
    await expect.poll(() => ann.page.title()).toBe(`(@1) ${title}`);
    await expect.poll(() => icon(ann.page)).not.toBe(dotted);
    await goes(ann.page, false);
    await expect.poll(() => ann.page.title()).toBe(title);
    await expect.poll(() => icon(ann.page)).toBe(plain);
    expect(ann.troubles).toEqual([]);
  });

  it("is told of mentions once she has asked for it, and of nothing while she is looking", async () => {
    const { ann, bo, name } = await annAndBo();
    await goes(ann.page, true);
    await bo.say(`@${name}, nobody asked`);
    await expect.poll(() => ann.page.title()).toMatch(/^\(@1\)/);
    await goes(ann.page, false);
    await ann.page.getByRole("button", { name: "Mentions" }).click();
    await ann.page.getByRole("button", { name: "Mentions", pressed: true }).waitFor();
    await bo.say(`@${name}, you see this`);
    await expect.poll(ann.lines).toContain(`@${name}, you see this`);
    await goes(ann.page, true);
    await bo.say("nothing for you");
    await bo.say(`@${name}, come!`);
    await expect
      .poll(() => told(ann.page))
      .toEqual([{ title: expect.any(String), body: `@${name}, come!`, renotify: true }]);
    expect(ann.troubles).toEqual([]);
  });

  it("is told where her browser denies locks to the page, and nothing goes wrong unheard", async () => {
    const { ann, bo } = await annAndBo();
    await ann.page.addInitScript(() => {
      const denied = () => Promise.reject(new DOMException("denied", "SecurityError"));
      Object.assign(navigator.locks, { request: denied, query: denied });
    });
    await ann.page.reload();
    await ann.page.getByRole("button", { name: "Everything" }).click();
    await ann.page.getByRole("button", { name: "Everything", pressed: true }).waitFor();
    await goes(ann.page, true);
    await bo.say("come!");
    await expect.poll(async () => (await told(ann.page)).map(({ body }) => body)).toEqual(["come!"]);
    expect(ann.troubles).toEqual([]);
  });

  it("is told of everything if she likes, by one of her tabs, and by none while she looks at another", async () => {
    const { ann, bo } = await annAndBo();
    await ann.page.getByRole("button", { name: "Everything" }).click();
    const tab = await ann.page.context().newPage();
    await watched(tab);
    await tab.goto(ann.page.url());
    await tab.locator("article").first().waitFor();
    await tab.getByRole("button", { name: "Everything", pressed: true }).waitFor();
    await goes(ann.page, true);
    await goes(tab, true);
    await bo.say("hello there");
    await expect.poll(async () => [...(await told(ann.page)), ...(await told(tab))]).toHaveLength(1);
    await goes(tab, false);
    await bo.say("she sees this in the other tab");
    await expect.poll(() => ann.page.title()).toMatch(/^\(2\)/);
    await goes(tab, true);
    await bo.say("and now again");
    await expect
      .poll(async () => [...(await told(ann.page)), ...(await told(tab))].map(({ body }) => body))
      .toEqual(["hello there", "and now again"]);
  });

  it("is asked by the browser itself only when she presses, and hears why where it says no", async () => {
    const here = house.served().url + freshPath();
    const ann = await visit(house.browser(), here);
    await ann.page.addInitScript(() => {
      Object.defineProperty(Notification, "permission", { get: () => "denied" });
    });
    await ann.page.reload();
    await ann.page.getByText("The browser blocks notifications of this site").waitFor();
    expect(await ann.page.getByRole("button", { name: "Mentions" }).count()).toBe(0);
  });
});
