import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openFence } from "../../../../src/client/ui/composer/fence.ts";
import { split } from "../../../../src/client/ui/composer/split.ts";
import { TEXT_UNITS } from "../../../../src/protocol/limits.ts";

const MOST = 200;
const seen = (text: string) => text.replace(/\s/gu, "");

describe("a text of Ann's that is too long", () => {
  it("is cut after a paragraph rather than a line, after a line rather than a sentence, a sentence rather than a word", () => {
    const words = "word ".repeat(23).trim();
    const two = `${words}. ${words}`;
    expect(split(`${two}\n\n${words}\n${words}`, 420)).toEqual([two, `${words}\n${words}`]);
    expect(split(`${two}\n${two}`, 420)).toEqual([two, two]);
    expect(split(`${words}. ${words}`, MOST)).toEqual([`${words}.`, words]);
    expect(split(`${words} ${words}`, MOST)).toEqual(["word ".repeat(27).trim(), "word ".repeat(19).trim()]);
  });

  it("is cut after a Chinese sentence, its closing bracket included", () => {
    const sentence = `${"字".repeat(110)}。」`;
    expect(split(sentence + "字".repeat(120), MOST)).toEqual([sentence, "字".repeat(120)]);
  });

  it("loses nothing but spaces at the cuts, in parts that the room takes", () => {
    const word = fc.string({ unit: "grapheme", maxLength: 60 });
    const gap = fc.constantFrom(" ", "\n", "\n\n", "。", ". ", "");
    const text = fc.array(fc.tuple(word, gap), { maxLength: 80 }).map((pieces) => pieces.flat().join(""));
    fc.assert(
      fc.property(text, (long) => {
        fc.pre(!long.includes("```") && !long.includes("~~~"));
        const parts = split(long, MOST);
        expect(seen(parts.join(""))).toBe(seen(long));
        for (const part of parts) {
          expect(part.length).toBeLessThanOrEqual(MOST);
          expect(part.trim()).toBe(part);
          expect(part).not.toBe("");
          expect(part.isWellFormed()).toBe(true);
        }
      }),
    );
  });

  it("cuts no emoji and no letter from its marks", () => {
    const family = "👨‍👩‍👧‍👦";
    for (const part of split(family.repeat(50), MOST)) expect(part.replaceAll(family, "")).toBe("");
    expect(split(`a${"\u0301".repeat(500)}`, MOST).join("")).toHaveLength(501);
    expect(split("😀".repeat(500), MOST).every((part) => part.isWellFormed())).toBe(true);
  });

  it("closes a fence of code at each cut and opens it again, with every line in order", () => {
    const line = fc.tuple(fc.nat(6), fc.nat(99_999)).map(([indent, n]) => `${" ".repeat(indent)}line ${n}`);
    const block = fc.tuple(
      fc.constantFrom("```", "```ts", "~~~~", "``````js title"),
      fc.array(line, { minLength: 1, maxLength: 40 }),
    );
    fc.assert(
      fc.property(
        block,
        fc.string({ maxLength: 150 }),
        fc.string({ maxLength: 150 }),
        ([opener, lines], before, after) => {
          fc.pre(!/[`~]/.test(before + after));
          const marks = /^[`~]+/.exec(opener)?.[0] ?? "";
          const parts = split(`${before}\n${opener}\n${lines.join("\n")}\n${marks}\n${after}`, MOST);
          for (const part of parts) {
            expect(part.length).toBeLessThanOrEqual(MOST);
            expect(openFence(part)).toBeUndefined();
          }
          const code = parts.flatMap((part) => part.split("\n")).filter((each) => /^ *line \d+$/.test(each));
          expect(code).toEqual(lines);
        },
      ),
    );
  });

  it("leaves no empty block of code behind a cut", () => {
    const code = `\`\`\`\n${"x".repeat(120)}\n\`\`\``;
    const parts = split(`${code}\n${"word ".repeat(40)}`, 200);
    expect(parts[0]).toBe(code);
    expect(parts.slice(1).join()).not.toContain("`");
  });

  it("is done in no time, however long", () => {
    const before = performance.now();
    const parts = split("多字而沒有空格".repeat(20_000), TEXT_UNITS);
    expect(parts.length).toBeGreaterThan(17);
    expect(performance.now() - before).toBeLessThan(1_000);
  });
});
