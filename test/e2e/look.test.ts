import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { noBrowser, visit } from "../support/browser.ts";
import { freshPath, openHouse } from "../support/house.ts";

/** What a page loads before anything is asked for, in bytes of gzip: scripts with all that they import, or styles. */
function firstLoad(page: string, kind: "js" | "css"): number {
  const html = readFileSync(`public/${page}.html`, "utf8");
  const files = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].flatMap(([, path = ""]) =>
    path.endsWith(kind) ? path : [],
  );
  const sizes = [...new Set(files)].map((path) => gzipSync(readFileSync(`public${path}`)).length);
  expect(sizes.length).toBeGreaterThan(0);
  return sizes.reduce((sum, size) => sum + size, 0);
}

describe("the first load", () => {
  it.each(["index", "room"])("of the page %s is at most 35 kB of JavaScript and 8 kB of CSS", (page) => {
    expect(firstLoad(page, "js")).toBeLessThanOrEqual(35 * 1000);
    expect(firstLoad(page, "css")).toBeLessThanOrEqual(8 * 1000);
  });
});

describe.skipIf(noBrowser)("the page", () => {
  const house = openHouse();

  it("obeys its policy: no string becomes an element, and nothing comes from elsewhere", async () => {
    const ann = await visit(house.browser(), house.served().url + freshPath());
    await ann.say("hello");
    await ann.sees("hello");
    expect(ann.troubles).toEqual([]);
    const thrown = await ann.page.evaluate(() => {
      try {
        document.body.innerHTML = "<b>x</b>";
        return "nothing";
      } catch (error) {
        return error instanceof TypeError ? "TypeError" : "something else";
      }
    });
    expect(thrown).toBe("TypeError");
  });
});
