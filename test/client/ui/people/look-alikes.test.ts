import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { lookAlikes } from "../../../../src/client/ui/people/look-alikes.ts";
import type { Person } from "../../../../src/protocol/person.ts";

const table = createRequire(import.meta.url).resolve("unhomoglyph/data.json");
const looksLike = JSON.parse(readFileSync(table, "utf8"));

const called = (name: string, member: string, more: Partial<Person> = {}): Person => ({
  member,
  name,
  tag: member.slice(0, 4),
  ...more,
});

/** Whom each of these looks like. */
const alike = (...people: Person[]) =>
  [...lookAlikes(people, looksLike)].map(([member, whom]) => `${member} like ${whom.member}`);

describe("names that look like others", () => {
  it.each([
    ["Ann", "Аnn"],
    ["Ann", "ANN"],
    ["Paul", "PauI"],
    ["Bo", "B0"],
    ["Marie", "Rnarie"],
    ["Zoé", "Zoe\u0301"],
    ["小明", "小明"],
    ["scope", "ѕсоре"],
    ["葛城", "葛\u{e0100}城"],
    ["Ann ❤", "Ann ❤\ufe0f"],
  ])("%s and %s", (ann, other) => {
    expect(alike(called(ann, "ann"), called(other, "other"))).toEqual(["ann like other", "other like ann"]);
  });

  it.each([
    ["Ann", "Anna"],
    ["小明", "小朋"],
    ["Bo", "Do"],
  ])("but not %s and %s", (ann, other) => {
    expect(alike(called(ann, "ann"), called(other, "other"))).toEqual([]);
  });

  it("an owner is not said to look like who came after, and a name that the room gave is nobody's choice", () => {
    expect(alike(called("Ann", "ann", { role: "owner" }), called("Аnn", "other"))).toEqual(["other like ann"]);
    expect(alike(called("a1b2c3d4", "ann", { guest: true }), called("a1b2c3d4", "bo", { guest: true }))).toEqual([]);
  });
});
