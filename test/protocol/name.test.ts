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
        expect(cleanName(name)).toBe(name);
        expect(name.isWellFormed()).toBe(true);
        // Every plane's: marks of direction, tags, soft hyphens. The joiner stays between the parts of an emoji.
        expect(name.replace(/(?<=\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)\u200d/gu, "")).not.toMatch(
          /[\p{Cc}\p{Cf}\p{Cs}]/u,
        );
      }),
      { numRuns: 5000 },
    );
  });
});

describe("a room's name", () => {
  it("is the same however often it is read", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 70 }), (typed) => {
        const name = roomName(typed);
        if (name !== undefined) expect(roomName(name)).toBe(name);
      }),
      { numRuns: 5000 },
    );
  });

  it("keeps its case, for a private name needs its bits", () => {
    expect(roomName("Lobby")).not.toBe(roomName("lobby"));
  });
});
