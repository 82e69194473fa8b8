import { describe, expect, it } from "vitest";
import { noBrowser, visit } from "../support/browser.ts";
import { freshPath, openHouse } from "../support/house.ts";
import { joins } from "../support/people.ts";
import { until } from "../support/serve.ts";

describe.skipIf(noBrowser)("a long talk", () => {
  const house = openHouse({ PARLOR_LIMITS: "off" });

  it("bo reads older pages, and what he reads stays under his eye", async () => {
    const path = freshPath();
    const url = house.served().url + path;
    const old = Array.from({ length: 130 }, (_, index) => `line ${index + 1}`);
    const cleo = joins(house.served().url, path.slice(3), "Cleo");
    for (const text of old) cleo.send(text);
    await until(() => cleo.state.cursor === old.length, 60_000);
    const bo = await visit(house.browser(), url);
    await bo.sees(...old.slice(-50));
    const row = (text: string) => bo.page.locator("article", { has: bo.page.getByText(text, { exact: true }) });
    const first = row("line 81");
    await first.scrollIntoViewIfNeeded();
    await bo.page.mouse.move(400, 300);
    const before = await first.evaluate((row) => row.getBoundingClientRect().top);
    await row("line 31").waitFor({ state: "attached" });
    const moved = (await first.evaluate((row) => row.getBoundingClientRect().top)) - before;
    expect(Math.abs(moved)).toBeLessThan(3);
    cleo.send("news from the end");
    await bo.page.getByRole("button", { name: /1 new message/ }).waitFor();
    expect(Math.abs((await first.evaluate((row) => row.getBoundingClientRect().top)) - before)).toBeLessThan(3);
    await bo.page.getByRole("button", { name: /1 new message/ }).click();
    await bo.page.getByText("news from the end").waitFor();
    cleo.leave();
  });
});
