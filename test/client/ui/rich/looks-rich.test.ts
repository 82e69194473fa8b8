import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { looksRich } from "../../../../src/client/ui/rich/looks-rich.ts";
import { drawn, elementsOf, saidBy } from "./outline.ts";
import { soup } from "./soup.ts";

describe("Whether a text may be more than plain words", () => {
  it.each([
    "It's Ann's well-known idea: 1.5 times (or more) — isn't it? \"Yes!\"",
    "see https://example.com/a?b=c&d=e#f, (really)",
    "3 * 4 = 12, a_b, snake_case_name, 5 > 3, a < b",
    "at 10:30:45 or 9:00–10:00; ratio 1:2:3",
    "#1 and #tag, -5 degrees, 1.5, 2)",
    "costs $5 and $6, US$7",
    "👍🏽 great 🎉 :) :-) ;) :D",
    "今天天氣很好，我們去吃飯吧！（大概六點）「好」～",
    "好~我知道~ 謝謝~~",
    "先這樣。\n明天見：10:30，地點——老地方…",
    "@ann @bo 50% & more / less \\o/",
    "C:\\Users\\ann",
  ])("%s is plain", (text) => {
    expect(looksRich(text)).toBe(false);
  });

  it.each([
    "*a*",
    "**「重點」**",
    "_a_",
    "~~a~~",
    "`a`",
    "```\na",
    "# a",
    "> a",
    "- a",
    "x\n1. a",
    "a\n---",
    "a|b\n-|-",
    "[a](https://b.c)",
    "![a](https://b.c)",
    "$x$",
    "$$\nx\n$$",
    ":smile:",
    "好:+1:",
    "\\*a\\*",
  ])("%j may be", (text) => {
    expect(looksRich(text)).toBe(true);
  });

  it("is never denied of what would be drawn otherwise than as plain words and addresses", () => {
    fc.assert(
      fc.property(soup, (text) => {
        if (looksRich(text)) return;
        const nodes = drawn(text);
        for (const { tag, props, inside } of elementsOf(nodes)) {
          expect(["p", "a"]).toContain(tag);
          if (tag === "a") expect(inside).toEqual([props.href]);
        }
        const ink = (words: string) => words.replace(/\s+/g, "");
        const addresses = elementsOf(nodes).filter(({ tag }) => tag === "a");
        if (addresses.length === 0) expect(ink(saidBy(nodes))).toBe(ink(text));
      }),
      { numRuns: 5000 },
    );
  });
});
