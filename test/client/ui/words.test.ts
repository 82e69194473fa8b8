import { describe, expect, it } from "vitest";
import { languages, pickLanguage } from "../../../src/client/i18n/index.ts";
import { hash, hueOf } from "../../../src/client/ui/hue.ts";
import { isComposing } from "../../../src/client/ui/keys.ts";
import { roomTitle, tabTitle } from "../../../src/client/ui/title.ts";
import { dayName, dayOf } from "../../../src/client/ui/when.ts";
import { isName } from "../../../src/protocol/name.ts";

const [english, chinese] = languages;
if (english === undefined || chinese === undefined) throw new Error("two languages");

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
    expect(pickLanguage(wanted).lang).toBe(lang);
  });

  it("has first names that a room takes", () => {
    for (const { names } of languages)
      for (const first of names.first)
        for (const last of names.last) expect(isName(names.join(first, last))).toBe(true);
  });

  it("has no half-width comma or question mark between Chinese", () => {
    expect(JSON.stringify(chinese)).not.toMatch(/\p{Script=Han}[,;?!]|[,;?!]\p{Script=Han}/u);
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

describe("The tab", () => {
  it("tells how much Ann has not seen", () => {
    expect(tabTitle("lobby", 0)).toBe("lobby · Parlor");
    expect(tabTitle("lobby", 3)).toBe("(3) lobby · Parlor");
    expect(tabTitle("lobby", 100)).toBe("(99+) lobby · Parlor");
  });

  it("calls a random name a private room, and every other by its name", () => {
    expect(roomTitle("V1StGXR8_Z5jdHi6B-myTq", english)).toBe("Private room");
    expect(roomTitle("大廳", english)).toBe("大廳");
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
