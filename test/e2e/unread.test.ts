// The line above what is new: put once, where somebody left off.
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { noBrowser, turn, visit } from "../support/browser.ts";
import { freshPath, openHouse } from "../support/house.ts";
import { joins, says } from "../support/people.ts";

/** The rows of the talk: its messages, and "New" for the line. */
const rows = (page: Page) =>
  page
    .getByRole("log")
    .locator(".unread, article .words")
    .evaluateAll((all) => all.map((each) => (each.matches(".unread") ? "New" : each.textContent)));

describe.skipIf(noBrowser)("What is new to Ann", () => {
  const house = openHouse({ PARLOR_LIMITS: "off" });

  it("stands below a line that does not move while she looks at it, and is gone when she has answered", async () => {
    const path = freshPath();
    const bo = joins(house.served().url, path.slice(3), "Bo");
    await says(bo, ["one", "two"]);
    const ann = await visit(house.browser(), house.served().url + path);
    await ann.sees("one", "two");
    await turn(ann.page, "hidden");
    await says(bo, ["three", "four"]);
    await expect.poll(() => ann.page.title()).toContain("(2)");
    await turn(ann.page, "visible");
    await expect.poll(() => rows(ann.page)).toEqual(["one", "two", "New", "three", "four"]);
    await expect.poll(() => ann.page.title()).not.toContain("(2)");
    await says(bo, ["five"]);
    await expect.poll(() => rows(ann.page)).toEqual(["one", "two", "New", "three", "four", "five"]);
    await ann.say("six");
    await expect.poll(() => rows(ann.page)).toEqual(["one", "two", "three", "four", "five", "six"]);
    bo.leave();
  });

  it("begins, when she comes back another day, where she left off", async () => {
    const path = freshPath();
    const bo = joins(house.served().url, path.slice(3), "Bo");
    await says(bo, ["one", "two"]);
    const ann = await visit(house.browser(), house.served().url + path);
    await ann.sees("one", "two");
    const context = ann.page.context();
    await ann.page.close();
    await says(bo, ["three"]);
    const again = await context.newPage();
    await again.goto(house.served().url + path);
    await expect.poll(() => rows(again)).toEqual(["one", "two", "New", "three"]);
    await again.reload();
    await expect.poll(() => rows(again)).toEqual(["one", "two", "three"]);
    bo.leave();
  });
});
