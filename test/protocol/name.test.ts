import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanName, isName } from "../../src/protocol/name.ts";
import { roomName } from "../../src/protocol/room-name.ts";

describe("a name", () => {
  it.each([
    ["Ann", "Ann"],
    ["  Ann  B\t\n ", "Ann B"],
    ["小明", "小明"],
    ["\u202eevil\u202c", "evil"],
    ["A\u200bn\u2060n\ufeff", "Ann"],
    ["👩‍💻", "👩‍💻"],
    ["👩🏽‍💻 Zoé", "👩🏽‍💻 Zoé"],
    ["A\u200dnn", "Ann"],
    ["Zoe\u0301", "Zoé"],
    ["A\ud83dnn", "A\ufffdnn"],
    ["A\u0316\u0317\u0318\u0319\u031c\u031dnn", "A\u0316\u0317\u0318nn"],
    // Burmese, in which marks stand on all sides of a letter; Tibetan, in which letters do; Hebrew with its vowels.
    ["\u1019\u103c\u103d\u103e\u1031\u1038", "\u1019\u103c\u103d\u103e\u1031\u1038"],
    ["\u0f66\u0f92\u0fb2\u0f74\u0f56", "\u0f66\u0f92\u0fb2\u0f74\u0f56"],
    ["\u05e9\u05c1\u05b8", "\u05e9\u05b8\u05c1"],
    ["A\ufe0fn\ufe00n\u{e0100}", "Ann"],
    ["\u845b\u{e0100}1\ufe0f", "\u845b1"],
    ["❤\ufe0f Ann ❤\ufe0e⭐\ufe0f", "❤\ufe0f Ann ❤⭐"],
    ["1\ufe0f\u20e3 ❤\ufe0f\u200d🔥", "1\ufe0f\u20e3 ❤\ufe0f\u200d🔥"],
    ["👩\u200dAnn👩\u200d", "👩Ann👩"],
  ])("typed as %j is shown as %j", (typed, shown) => {
    expect(isName(typed)).toBe(true);
    expect(cleanName(typed)).toBe(shown);
  });

  it.each([
    "",
    "  ",
    "\u3164",
    "\u2800",
    "\u200b",
    "\u202e\u202c",
    "\u0301",
    "x".repeat(33),
    "👨‍👩‍👧‍👦".repeat(6),
    "x".repeat(10_000),
  ])("can't be %j", (typed) => {
    expect(isName(typed)).toBe(false);
  });

  it("is the same however often it is cleaned, and never holds what can't be seen", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (typed) => {
        const name = cleanName(typed);
        // Every plane's: marks of direction, tags, soft hyphens. The joiner stays between the parts of an emoji.
        const parts = name.replace(/(?<=\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)\u200d/gu, "");
        const fits = !isName(typed) || Buffer.byteLength(name) <= 128;
        // Not by `expect`, which takes longer than all of this.
        return cleanName(name) === name && name.isWellFormed() && fits && !/[\p{Cc}\p{Cf}\p{Cs}]/u.test(parts);
      }),
      { numRuns: 5000 },
    );
  });
});

/** Every code point but the halves of others, so many at a time. */
function* everyCodePoint(atOnce: number): Generator<string[]> {
  for (let first = 0; first <= 0x10ffff; first += atOnce) {
    const points = Array.from({ length: atOnce }, (_, n) => first + n);
    yield points.filter((point) => point < 0xd800 || point > 0xdfff).map((point) => String.fromCodePoint(point));
  }
}

/** What no name may hold after a letter. */
const HIDDEN = /[\p{L}\p{N}][\u200d\ufe00-\ufe0e\u{e0100}-\u{e01ef}]|\p{L}\ufe0f/u;
const FOUR_MARKS = /(?:[\p{Mn}\p{Me}]\p{Mc}*){4}/u;

describe("of every character of every plane, a name", () => {
  it("hides none behind a letter, and piles none up, however often it is cleaned", () => {
    for (const some of everyCodePoint(64)) {
      const name = cleanName(some.map((each) => `A${each.repeat(4)}`).join(""));
      const sound = cleanName(name) === name && !HIDDEN.test(name) && !FOUR_MARKS.test(name);
      if (!sound) expect.fail(JSON.stringify({ of: some, name, again: cleanName(name) }));
    }
  });

  it("nor of those that change each other", () => {
    const parts = [
      "A",
      "e",
      "葛",
      "1",
      "❤",
      "👩",
      "🏽",
      "⭐",
      "🇹",
      "\u200d",
      "\ufe0f",
      "\ufe0e",
      "\u{e0100}",
      "\u20e3",
    ];
    const marks = ["\u0301", "\u0323", "\u0316", "\u1031", "\u3099", "\u034f", "\u11a8", " "];
    const text = fc.array(fc.constantFrom(...parts, ...marks), { maxLength: 12 }).map((chosen) => chosen.join(""));
    fc.assert(
      fc.property(text, (typed) => {
        const name = cleanName(typed);
        expect(cleanName(name)).toBe(name);
        expect(name).not.toMatch(HIDDEN);
        expect(name).not.toMatch(FOUR_MARKS);
      }),
      { numRuns: 10_000 },
    );
  });
});

describe("a room's name", () => {
  it("is the same however often it is read", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 70 }), (typed) => {
        const name = roomName(typed);
        return name === undefined || roomName(name) === name;
      }),
      { numRuns: 5000 },
    );
  });

  it("keeps its case, for a private name needs its bits", () => {
    expect(roomName("Lobby")).not.toBe(roomName("lobby"));
  });
});
