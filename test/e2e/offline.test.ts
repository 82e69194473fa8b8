// The app without a network: it opens, shows what was last seen, and keeps what is written.
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { keptOps, noBrowser, visit, withWorker } from "../support/browser.ts";
import { cableTo } from "../support/cable.ts";
import { launch } from "../support/chromium.ts";
import { siteOf } from "../support/deploys.ts";
import { freshPath, openHouse } from "../support/house.ts";
import { joins, says } from "../support/people.ts";

/** The service worker is installed and has what the first screens need. */
const ready = (page: Page) => page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state);
/** The page that was last seen is kept. */
const keeps = (page: Page, room: string) =>
  page.evaluate(
    (name) =>
      new Promise<boolean>((resolve) => {
        const opening = indexedDB.open("parlor-pages");
        opening.onerror = () => resolve(false);
        opening.onsuccess = () => {
          const database = opening.result;
          const there = database.objectStoreNames.contains("pages");
          if (!there) return resolve(false);
          const asked = database.transaction("pages").objectStore("pages").count(name);
          asked.onsuccess = () => {
            database.close();
            resolve(asked.result > 0);
          };
        };
      }),
    room,
  );
const putAway = (page: Page) => page.evaluate(() => window.dispatchEvent(new Event("pagehide")));

describe.skipIf(noBrowser)("Ann, without a network", () => {
  const house = openHouse({ PARLOR_LIMITS: "off" });

  it("opens the room, reads what she last saw, writes, and is heard when she is back", async () => {
    const path = freshPath();
    const bo = joins(house.served().url, path.slice(3), "Bo");
    await says(bo, ["see you", "**soon**"]);
    const ann = await visit(house.browser(), house.served().url + path, withWorker);
    await ann.sees("see you", "soon");
    await expect.poll(() => ready(ann.page)).toMatch(/activat/);
    await putAway(ann.page);
    await expect.poll(() => keeps(ann.page, path.slice(3))).toBe(true);
    await ann.page.context().setOffline(true);
    await ann.page.reload();
    await expect.poll(() => ann.lines(), { timeout: 15_000 }).toHaveLength(2);
    await ann.page.getByText("Offline", { exact: true }).waitFor();
    await ann.say("from a tunnel");
    await expect.poll(() => keptOps(ann.page)).toBe(1);
    expect(await ann.page.getByText("This is where the room begins").count()).toBe(0);
    await says(bo, ["where is she?"]);
    await ann.page.context().setOffline(false);
    await expect.poll(() => bo.state.messages.at(-1)?.body?.text, { timeout: 15_000 }).toBe("from a tunnel");
    await expect.poll(async () => (await ann.lines()).slice(-2)).toEqual(["where is she?", "from a tunnel"]);
    expect(bo.state.messages).toHaveLength(4);
    expect(ann.troubles).toEqual([]);
    bo.leave();
  });

  it("opens a room that she has never been to, and the front page, and is told that there is no connection", async () => {
    const ann = await visit(house.browser(), house.served().url + freshPath(), withWorker);
    await ann.page.getByText("You're the first here").waitFor();
    await expect.poll(() => ready(ann.page)).toMatch(/activat/);
    await ann.page.context().setOffline(true);
    await ann.page.goto(house.served().url + freshPath());
    await ann.page.getByText("Offline", { exact: true }).waitFor();
    await ann.page.getByText("What you write is kept").waitFor({ timeout: 15_000 });
    await ann.page.goto(house.served().url);
    await ann.page.getByRole("button", { name: "New private room" }).waitFor();
    expect(ann.troubles).toEqual([]);
  });

  it("hears nothing of a newer version when she comes for the first time, and again", async () => {
    const ann = await visit(house.browser(), house.served().url + freshPath(), withWorker);
    await expect.poll(() => ready(ann.page)).toMatch(/activat/);
    await ann.page.reload();
    await ann.page.getByText("You're the first here").waitFor();
    await expect.poll(() => ann.page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
    expect(await ann.page.getByText(/newer version/i).count()).toBe(0);
  });

  it("has what was on screen even if she reloads at once, and does not wait twice for a network that swallows all", async () => {
    const cable = await cableTo(house.served().port);
    const ann = await visit(house.browser(), `http://localhost:${cable.port}${freshPath()}`, withWorker);
    await ann.say("just said");
    await ann.page.locator("article.sent").waitFor();
    await expect.poll(() => ready(ann.page)).toMatch(/activat/);
    await ann.page.context().setOffline(true);
    await ann.page.reload();
    await ann.sees("just said");
    await ann.page.context().setOffline(false);
    await ann.page.getByText("Connected", { exact: true }).waitFor();
    cable.lose();
    await ann.page.reload({ waitUntil: "commit" });
    await ann.page.getByRole("textbox", { name: "Message" }).waitFor();
    await ann.sees("just said");
    // The network was waited for with the page, and asked for nothing that this needs.
    expect(cable.lost()).toContain("GET /r/");
    expect(cable.lost()).not.toContain("GET /assets/");
    await cable.end();
  });

  it("is told of a newer version where her page is older, and opens the newest when she is offline", async () => {
    const site = await siteOf(house.served().url);
    const here = site.url + freshPath();
    const ann = await visit(house.browser(), here, withWorker);
    await ann.say("hello");
    await ann.page.locator("article.sent").waitFor();
    await expect.poll(() => ready(ann.page)).toMatch(/activat/);
    const newer = (page: Page) => page.getByText(/newer version/i);
    const script = (page: Page) => page.locator("script[src*=chunk]").getAttribute("src");

    const build = site.deploy();
    // The tab that is open keeps the old worker at work; the new one waits.
    const tab = await ann.page.context().newPage();
    await expect
      .poll(async () => {
        // The worker gives what it has where the network takes its time.
        await tab.goto(here);
        return script(tab);
      })
      .toContain(build);
    await newer(ann.page).waitFor();
    expect(await newer(tab).count()).toBe(0);
    await ann.page.context().setOffline(true);
    await ann.page.reload();
    await ann.sees("hello");
    expect(await script(ann.page)).toContain(build);
    expect(ann.troubles).toEqual([]);
    await ann.page.context().close();
    await site.close();
  });

  it("may make a worker's script of no other address", async () => {
    const ann = await visit(house.browser(), house.served().url + freshPath(), withWorker);
    await expect.poll(() => ready(ann.page)).toMatch(/activat/);
    const thrown = await ann.page.evaluate(() =>
      navigator.serviceWorker.register("/assets/app.js").then(
        () => "nothing",
        (error: Error) => error.name,
      ),
    );
    expect(thrown).toBe("TypeError");
  });

  it("on plain http, where there is no service worker, clipboard or lock, she talks all the same", async () => {
    const browser = await launch({ args: ["--host-resolver-rules=MAP parlor.test 127.0.0.1"] });
    const path = freshPath();
    const bo = joins(house.served().url, path.slice(3), "Bo");
    await says(bo, ["hi `code` :tada:"]);
    const ann = await visit(browser, `http://parlor.test:${new URL(house.served().url).port}${path}`, withWorker);
    expect(await ann.page.evaluate(() => [isSecureContext, "serviceWorker" in navigator])).toEqual([false, false]);
    await ann.say("hello from the LAN");
    await expect.poll(() => bo.state.messages.at(-1)?.body?.text).toBe("hello from the LAN");
    await ann.page.reload();
    await expect.poll(() => ann.lines()).toHaveLength(2);
    const row = ann.page.locator("article").first();
    await row.hover();
    await row.getByRole("button", { name: "Copy text" }).click();
    await ann.page.getByRole("status").filter({ hasText: "Copied" }).waitFor();
    expect(ann.troubles).toEqual([]);
    await browser.close();
    bo.leave();
  });
});
