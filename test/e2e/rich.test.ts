import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { noBrowser, visit, watchFor } from "../support/browser.ts";
import { freshPath, openHouse } from "../support/house.ts";

const code =
  'const a = "<b>";\n\n\tif (a)  b(a, "$1"); // long, long, long, long, long, long, long, long, long, long, long, long, long\n';
const fenced = `\`\`\`ts\n${code}\n\`\`\``;
const table = "| fruit | how many |\n|:--|--:|\n| *apples* | 12 |";
const list =
  "- [x] **「重點」**說明\n- [ ] `code`\n  1. one\n\n> said\n\n---\n\nSee [the page](https://example.com/a_b_c).";
const maths = "$e^{i\\pi}+1=0$ and\n$$\\sum_{k=1}^n k$$";
/** What KaTeX would style by attributes, link, load, or draw without end. */
const badMaths = [
  "$\\pmb{x} \\fcolorbox{red}{blue}{y} \\boxed{z}$",
  "$\\href{javascript:alert(1)}{x} \\url{https://evil.example}$",
  "$\\htmlStyle{color:red}{x} \\htmlData{a=b}{x} \\includegraphics{https://evil.example/x.png}$",
  "$\\frac{1$ and $\\nothing$",
  `$${"{x^".repeat(500)}x${"}".repeat(500)}$`,
  "$\\def\\a{\\a\\a}\\a$",
];

/** The code as the page shows it. */
const shown = (page: Page) => page.locator("pre code").first().textContent();

describe.skipIf(noBrowser)("rich text in the browser", () => {
  const house = openHouse();

  it("ann sends code, maths, a table and a list, and bo sees them drawn, with nothing wrong", async () => {
    const url = house.served().url + freshPath();
    // All of it is in sight: what is not is not laid out.
    const bo = await visit(house.browser(), url, { viewport: { width: 1280, height: 3000 } });
    const ann = await visit(house.browser(), url);
    for (const text of [fenced, table, list, maths, ...badMaths]) await ann.say(text);
    await bo.page.locator(".hl-keyword").first().waitFor();
    expect(await shown(bo.page)).toBe(code);
    await bo.page.locator('math[display="block"]').waitFor();
    await bo.page.getByRole("cell", { name: "12" }).waitFor();
    await bo.page.getByRole("checkbox", { name: "Not done" }).waitFor();
    expect(await bo.page.getByRole("link", { name: "the page" }).getAttribute("rel")).toBe(
      "noopener noreferrer nofollow ugc",
    );
    await bo.page.getByText("$\\frac{1$").waitFor();
    expect(await bo.page.locator("math [style], math a, math img, math [href]").count()).toBe(0);
    // Long lines scroll in their own box.
    const { wide, fits } = await bo.page.evaluate(() => {
      const box = document.querySelector(".lines");
      const { scrollWidth, clientWidth } = document.documentElement;
      return { wide: box !== null && box.scrollWidth > box.clientWidth, fits: scrollWidth <= clientWidth };
    });
    expect({ wide, fits }).toEqual({ wide: true, fits: true });
    expect([...ann.troubles, ...bo.troubles]).toEqual([]);
  });

  it("bo copies ann's code as she wrote it", async () => {
    const url = house.served().url + freshPath();
    const bo = await visit(house.browser(), url);
    await bo.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await fetch(url, { method: "POST", body: fenced });
    const isSaid = await watchFor(bo.page, ".either > span:not([hidden])");
    await bo.page.getByRole("button", { name: "Copy code" }).click();
    await isSaid("Copied");
    expect(await bo.page.evaluate(() => navigator.clipboard.readText())).toBe(code);
  });

  it("where a page may not copy, bo finds the code selected", async () => {
    const url = house.served().url + freshPath();
    const bo = await visit(house.browser(), url);
    await bo.page.addInitScript(() => {
      Object.defineProperty(navigator, "clipboard", { value: undefined });
      document.execCommand = () => false;
    });
    await bo.page.reload();
    await fetch(url, { method: "POST", body: fenced });
    await bo.page.getByRole("button", { name: "Copy code" }).click();
    await expect.poll(() => bo.page.evaluate(() => String(getSelection()).trimEnd())).toBe(code.trimEnd());
  });

  it("after a deploy took the parts away, code is plain, maths is its source, and the page offers to reload", async () => {
    const url = house.served().url + freshPath();
    const bo = await visit(house.browser(), url);
    await bo.page.route(/\/assets\/(?:paint|typeset)-/, (route) => route.fulfill({ status: 404 }));
    await fetch(url, { method: "POST", body: `${fenced}\n$x^2$` });
    await bo.page.locator("code.maths", { hasText: "$x^2$" }).waitFor();
    expect(await shown(bo.page)).toBe(code);
    await bo.page.getByRole("button", { name: /reload it/ }).waitFor();
    expect(bo.troubles).toEqual([]);
  });
});
