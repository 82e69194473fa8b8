import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { noBrowser, visit } from "../support/browser.ts";
import { freshPath, openHouse } from "../support/house.ts";

const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

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

describe.skipIf(noBrowser)("every screen, to those who see it otherwise", () => {
  const house = openHouse();

  const phone = { width: 360, height: 740 };
  const desktop = { width: 1280, height: 800 };
  const looks = [
    { colorScheme: "light", locale: "en-US", viewport: desktop },
    { colorScheme: "dark", locale: "en-US", viewport: phone },
    { colorScheme: "light", locale: "zh-TW", viewport: phone },
    { colorScheme: "dark", locale: "zh-TW", viewport: desktop },
  ] as const;

  it.each(looks)("axe finds nothing in $colorScheme, $locale, $viewport.width px", async (look) => {
    const path = freshPath();
    const { url } = house.served();
    const bo = await visit(house.browser(), url + path);
    await bo.say("hi https://example.com/a 你好");
    await bo.say("🎉");
    await bo.sees("hi https://example.com/a 你好", "🎉");
    // axe is put into the page past its policy, which lets in nothing but our own scripts.
    const options = { ...look, bypassCSP: true };
    for (const address of [url, url + freshPath(), url + path, `${url}/r/a%20b`]) {
      const ann = await visit(house.browser(), address, options);
      await ann.page.locator("main").waitFor();
      if (address.endsWith(path)) await ann.sees("hi https://example.com/a 你好", "🎉");
      await ann.page.addScriptTag({ content: axe });
      const found = await ann.page.evaluate(
        "axe.run().then(({violations}) => violations.map(({id, nodes}) => id + ': ' + nodes.map((n) => n.html).join(' ')))",
      );
      expect(found).toEqual([]);
      await ann.page.context().close();
    }
    await bo.page.context().close();
  });

  it("the page obeys its policy: no string becomes an element, and nothing comes from elsewhere", async () => {
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
