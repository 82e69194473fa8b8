import { describe, expect, it } from "vitest";
import { mentionsIn, mentionsMe } from "../../src/protocol/mentions.ts";
import type { Person } from "../../src/protocol/person.ts";

const person = (member: string, name: string, tag: string): Person => ({ member, name, tag });
const people = [
  person("ann", "Ann", "k3f9"),
  person("anna", "Anna", "p2p2"),
  person("otter", "Amber Otter", "x7x7"),
  person("ming", "王小明", "m1m1"),
  person("bo1", "Bo", "b1b1"),
  person("bo2", "Bo", "b2b2"),
];
const meant = (text: string) =>
  mentionsIn(text, people).map(({ at, length, members }) => [text.slice(at, at + length), members.join(" ")]);

describe("An @ in a text", () => {
  it.each([
    ["hi @Ann!", [["@Ann", "ann"]]],
    [
      "@ann, @ANNA?",
      [
        ["@ann", "ann"],
        ["@ANNA", "anna"],
      ],
    ],
    ["ask @Amber Otter about it", [["@Amber Otter", "otter"]]],
    ["你好@王小明請看", [["@王小明", "ming"]]],
    ["@Bo", [["@Bo", "bo1 bo2"]]],
    [
      "@Bo#b2b2 and @Bo#none",
      [
        ["@Bo#b2b2", "bo2"],
        ["@Bo", "bo1 bo2"],
      ],
    ],
    ["@Annabel @Bob @nobody", []],
    ["ann@Ann.example", []],
    ["@@Ann", [["@Ann", "ann"]]],
    ["nobody at all", []],
  ])("in %j means whom it names", (text, expected) => {
    expect(meant(text)).toEqual(expected);
  });

  it("calls Ann only where she is meant", () => {
    expect(mentionsMe("@Ann come", "ann", people)).toBe(true);
    expect(mentionsMe("@Anna come", "ann", people)).toBe(false);
  });
});
