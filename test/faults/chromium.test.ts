// One pass in Chromium: Ann in two tabs, who loses her network, reloads, and closes one of them, while the server is killed.
// PASS_SEED=n has the same mishaps again.
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { noBrowser, visit, withWorker } from "../support/browser.ts";
import { freshPath, openHouse } from "../support/house.ts";
import { joins } from "../support/people.ts";
import { until } from "../support/serve.ts";
import { seeded } from "../support/world.ts";
import { check } from "./checker.ts";
import type { History } from "./history.ts";
import { report } from "./report/report.ts";
import { size } from "./size.ts";

const SEED = Number(process.env.PASS_SEED ?? Date.now() % 1_000_000);
const STEPS = size(30, 200);

describe.skipIf(noBrowser)("Ann, in two tabs", () => {
  const house = openHouse({ PARLOR_LIMITS: "off" });

  it("says each thing once, whatever happens to her network, her tabs and the server", {
    timeout: size(180_000, 900_000),
  }, async () => {
    console.info(`PASS_SEED=${SEED}`);
    const random = seeded(SEED);
    const path = freshPath();
    const url = house.served().url + path;
    const ann = await visit(house.browser(), url, withWorker);
    const context = ann.page.context();
    const bo = joins(house.served().url, path.slice(3), "Bo");
    /** Each tab is a client, and a tab that was closed leaves its words to the others. */
    const history: History = [];
    const tabs: { page: Page; who: string }[] = [{ page: ann.page, who: "tab 1" }];
    let opened = 1;
    const openTab = async () => {
      const page = await context.newPage();
      await page.goto(url);
      tabs.push({ page, who: `tab ${++opened}` });
    };
    await openTab();

    const closeTab = async (page: Page) => {
      tabs.splice(1);
      // As a person closes it, with its last words.
      await Promise.all([page.waitForEvent("close"), page.close({ runBeforeUnload: true })]);
    };

    let offline = false;
    let said = 0;
    const say = async ({ page, who }: (typeof tabs)[number]) => {
      const text = `line ${++said} of ${who}`;
      const field = page.getByRole("textbox", { name: "Message", exact: true });
      await field.fill(text);
      await field.press("Enter");
      await page.locator("article .words", { hasText: new RegExp(`${text}$`) }).waitFor();
      // In a browser one sees no ids; the words are one here.
      history.push({ is: "send", who, id: text, content: text });
    };
    const lot: (() => Promise<unknown>)[] = [
      ...Array<() => Promise<void>>(6).fill(async () =>
        say(tabs[Math.floor(random() * tabs.length)] as (typeof tabs)[number]),
      ),
      async () => {
        offline = !offline;
        await context.setOffline(offline);
      },
      async () => {
        await tabs[Math.floor(random() * tabs.length)]?.page.reload();
      },
      async () => {
        // Offline a tab opens from what the first visit installed: not before that is known to be done.
        const [, second] = tabs;
        if (second !== undefined) await closeTab(second.page);
        else if (!offline) await openTab();
      },
      async () => random() < 0.3 && (await house.powerCut()),
    ];
    await ann.page.evaluate(async () => void (await navigator.serviceWorker.ready));
    for (let step = 0; step < STEPS; step++) await lot[Math.floor(random() * lot.length)]?.();

    if (offline) await context.setOffline(false);
    if (tabs.length === 1) await openTab();
    for (const { page } of tabs) await page.evaluate(() => dispatchEvent(new Event("online")));
    bo.nudge();
    await until(() => bo.state.messages.length >= said && bo.state.link.is === "open", 60_000);
    const texts = bo.state.messages.map(({ body }) => body?.text ?? "");
    const lines = texts.map((text, at) => ({ seq: at + 1, id: text, text }));
    for (const { page, who } of tabs) {
      let shown: string[] = [];
      // As many of them as are drawn, the last one last. What is wrong for good is for the checker to find.
      const isRight = async () => {
        shown = await page.locator("article .words").allTextContents();
        return shown.length > 0 && shown.join("\n") === texts.slice(-shown.length).join("\n");
      };
      await until(isRight, 30_000).catch(() => {});
      const screen = shown.map((text, at, all) => ({
        seq: texts.length - all.length + at + 1,
        id: text,
        text,
      }));
      history.push({ is: "screen", who, epoch: "", cursor: texts.length, lines: screen });
    }
    history.push({ is: "read", epoch: "", log: lines.map(({ seq, id, text }) => ({ seq, id, content: text })), lines });
    const { faults, ...ops } = check(history);
    const acked = { ...ops, acked: ops.recovered, unknown: ops.unknown - ops.recovered, recovered: 0 };
    report({
      proof: "Chromium",
      did: `two tabs, ${STEPS} steps`,
      ops: acked,
      faults: faults.length,
      more: `seed ${SEED}`,
    });
    expect(faults).toEqual([]);
    expect(texts).toHaveLength(said);
    bo.leave();
  });
});
