import { describe, expect, it } from "vitest";
import { few } from "../../../../src/client/ui/emoji/few.ts";
import { type Emoji, findEmoji, isEmoji } from "../../../../src/client/ui/emoji/search.ts";
import { sectionsFor } from "../../../../src/client/ui/emoji/sections.ts";
import { stepFrom } from "../../../../src/client/ui/emoji/step.ts";

const emoji = (unicode: string, name: string, codes: string[], tags: string[] = [], group = 0): Emoji => ({
  unicode,
  name,
  codes,
  tags,
  group,
});
const all = [
  emoji("😀", "grinning face", ["grinning"], ["happy", "smile"]),
  emoji("😻", "smiling cat", ["heart_eyes_cat"], ["smile"], 0),
  emoji("🐱", "cat face", ["cat_face"], ["pet"], 3),
  emoji("🎉", "party popper", ["tada", "party"], ["celebrate"], 6),
  emoji("🐈", "貓", ["cat"], ["動物", "寵物貓"], 3),
];
const found = (query: string, most = 9) => findEmoji(all, query, most).map(({ unicode }) => unicode);

describe("emoji", () => {
  it("are found by shortcode before name before tag", () => {
    expect(found("cat")).toEqual(["🐈", "🐱", "😻"]);
    expect(found(":tada:")).toEqual(["🎉"]);
    expect(found("cele")).toEqual(["🎉"]);
    expect(found("face cat")).toEqual(["🐱"]);
    expect(found("smile", 1)).toEqual(["😀"]);
    expect(found("zzz")).toEqual([]);
    expect(found(" ")).toEqual([]);
  });

  it("are found by a single Chinese character anywhere in a word", () => {
    expect(found("貓")).toEqual(["🐈"]);
    expect(found("寵")).toEqual(["🐈"]);
    expect(found("物")).toEqual(["🐈"]);
  });

  it("are only those that the room takes, also the few without data", () => {
    expect(few.length).toBeGreaterThanOrEqual(40);
    expect(few.filter(({ unicode }) => !isEmoji(unicode))).toEqual([]);
    expect(["", "a", "👍\ufe0f", "🎉🎉", "#"].filter(isEmoji)).toEqual([]);
  });

  it("are shown by group, those chosen lately first", () => {
    const say = { recent: "Recent", groups: ["Faces"] };
    const shown = (query: string, group: number, recent: string[]) =>
      sectionsFor(all, { query, group, recent }, say).map(({ heading, emoji }) => [
        heading,
        emoji.map(({ unicode }) => unicode).join(""),
      ]);
    expect(shown("", 0, [])).toEqual([[undefined, "😀😻"]]);
    expect(shown("", 0, ["🎉", "🫥", "😀"])).toEqual([
      ["Recent", "🎉😀"],
      ["Faces", "😀😻"],
    ]);
    expect(shown("", 3, ["🎉"])).toEqual([[undefined, "🐱🐈"]]);
    expect(shown("tada", 0, ["😀"])).toEqual([[undefined, "🎉"]]);
  });
});

describe("an arrow in a grid", () => {
  // Three in a row, then one, then two.
  const places = [
    [0, 0],
    [1, 0],
    [2, 0],
    [0, 5],
    [0, 9],
    [1, 9],
  ].map(([x = 0, y = 0]) => ({ x, y }));
  it.each([
    ["ArrowRight", 2, 3],
    ["ArrowRight", 5, 5],
    ["ArrowLeft", 3, 2],
    ["ArrowLeft", 0, 0],
    ["ArrowDown", 1, 3],
    ["ArrowDown", 3, 4],
    ["ArrowDown", 5, 5],
    ["ArrowUp", 5, 3],
    ["ArrowUp", 3, 0],
    ["ArrowUp", 2, "above"],
    ["Home", 4, 0],
    ["End", 0, 5],
    ["a", 0, undefined],
  ])("%s from %i goes to %s", (key, from, to) => {
    expect(stepFrom(places, from, key)).toBe(to);
  });

  it("goes nowhere where there is nothing", () => {
    expect(stepFrom([], 0, "ArrowDown")).toBeUndefined();
  });
});
