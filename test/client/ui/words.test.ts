import { describe, expect, it } from "vitest";
import { en } from "../../../src/client/i18n/en.ts";
import { en as enLanding } from "../../../src/client/i18n/landing/en.ts";
import { zhTW as zhLanding } from "../../../src/client/i18n/landing/zh-TW.ts";
import { pickLanguage } from "../../../src/client/i18n/languages.ts";
import { en as enLater } from "../../../src/client/i18n/later/en.ts";
import { zhTW as zhLater } from "../../../src/client/i18n/later/zh-TW.ts";
import { en as enNotice } from "../../../src/client/i18n/notice/en.ts";
import { zhTW as zhNotice } from "../../../src/client/i18n/notice/zh-TW.ts";
import { zhTW } from "../../../src/client/i18n/zh-TW.ts";
import { isComposing } from "../../../src/client/ui/browser/keys.ts";
import { hash, hueOf } from "../../../src/client/ui/people/hue.ts";
import { dayName, dayOf } from "../../../src/client/ui/timeline/when.ts";
import { isName } from "../../../src/protocol/name.ts";

const english = en;
const chinese = zhTW;

const tables = [
  ["room", en, zhTW],
  ["landing page", enLanding, zhLanding],
  ["later parts", enLater, zhLater],
  ["choice of notifications", enNotice, zhNotice],
] as const;

/** Every entry of a table by its path, with what kind of thing it is. */
function entries(table: object, path = ""): string[] {
  return Object.entries(table).flatMap(([key, value]) => {
    const here = `${path}.${key}`;
    return typeof value === "object" && value !== null ? entries(value, here) : [`${here}: ${typeof value}`];
  });
}

/** Every text of a table that is not made by a function. */
function texts(table: unknown): string[] {
  if (typeof table === "string") return [table];
  if (typeof table === "object" && table !== null) return Object.values(table).flatMap(texts);
  return [];
}

describe("The language of the screen", () => {
  it.each([
    [["zh-TW", "en"], "zh-TW"],
    [["zh-Hant-HK"], "zh-TW"],
    [["zh"], "zh-TW"],
    [["fr", "zh-CN", "en"], "zh-TW"],
    [["en-GB", "zh-TW"], "en"],
    [["fr", "de"], "en"],
    [[], "en"],
  ])("for somebody who reads %j is %s", (wanted, lang) => {
    expect(pickLanguage(wanted)).toBe(lang);
  });

  it("has first names that a room takes", () => {
    for (const { names } of [en, zhTW])
      for (const first of names.first)
        for (const last of names.last) expect(isName(names.join(first, last))).toBe(true);
  });

  it("has no half-width comma or question mark between Chinese", () => {
    for (const [, , chinese] of tables)
      expect(JSON.stringify(chinese)).not.toMatch(/\p{Script=Han}[,;?!]|[,;?!]\p{Script=Han}/u);
  });

  it.each(tables)("has the same entries in both tables of the %s, and none of them is empty", (_, english, chinese) => {
    expect(entries(chinese)).toEqual(entries(english));
    for (const text of [...texts(english), ...texts(chinese)]) expect(text.trim()).not.toBe("");
  });

  it.each(tables)("says nothing in English where the %s speaks Chinese", (_, english, chinese) => {
    const said = new Set(texts(english).filter((text) => /[a-z]{2} [a-z]{2}/i.test(text)));
    expect(texts(chinese).filter((text) => said.has(text))).toEqual([]);
  });
});

describe("Days", () => {
  const noon = new Date(2026, 2, 4, 12).getTime();
  const ago = (days: number) => new Date(2026, 2, 4 - days, 23, 59).getTime();

  it("are counted by the reader's midnight", () => {
    expect(dayOf(new Date(2026, 2, 5).getTime()) - dayOf(new Date(2026, 2, 4, 23, 59, 59, 999).getTime())).toBe(1);
    expect(dayOf(new Date(2026, 2, 4).getTime())).toBe(dayOf(noon));
  });

  it("are named as a person would", () => {
    const names = [0, 1, 3, 10, 100].map((days) => dayName(ago(days), noon, english));
    expect(names).toEqual(["Today", "Yesterday", "Sunday", "Sunday, February 22", "November 24, 2025"]);
    expect(dayName(ago(1), noon, chinese)).toBe("昨天");
  });
});

describe("Hues", () => {
  it("are the same each time, and spread over names that look alike", () => {
    expect(hueOf("lobby")).toBe(hueOf("lobby"));
    const hues = Array.from({ length: 360 }, (_, i) => Math.floor(hueOf(`room-${i}`) / 30));
    for (let part = 0; part < 12; part++) expect(hues.filter((hue) => hue === part).length).toBeGreaterThan(10);
    expect(hash("a")).not.toBe(hash("b"));
  });
});

describe("Enter, while Ann picks a character", () => {
  it("belongs to her input method, also in Safari, which only says 229", () => {
    expect(isComposing({ isComposing: true, keyCode: 13 })).toBe(true);
    expect(isComposing({ isComposing: false, keyCode: 229 })).toBe(true);
    expect(isComposing({ isComposing: false, keyCode: 13 })).toBe(false);
  });
});
