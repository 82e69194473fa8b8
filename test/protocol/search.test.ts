import { describe, expect, it } from "vitest";
import { holds, termsOf } from "../../src/protocol/search.ts";

const finds = (words: string, text: string) => holds(text, termsOf(words));

describe("Looking for words", () => {
  it.each([
    ["tea", "TEA at four"],
    ["four TEA", "Tea at four"],
    ["tea tea", "one tea"],
    ["straße", "STRAßE"],
    ["晚餐", "今天晚餐吃什麼"],
    ["今天 什麼", "今天晚餐吃什麼"],
    ["台北", "我在臺北車站"],
    ["臺北", "台北101"],
    ["101", "台北１０１"],
    ["ﾃｽﾄ", "テスト"],
    ["😀", "well 😀"],
    ["ΟΔΟΣ", "οδοσήμανση"],
    ["οδοσ", "ΟΔΟΣ"],
    ["ㅋ", "ㅋㅠㅠ"],
    ["ㅋㅠ", "하ㅋㅠㅠ"],
    ["팔", "ㅍㅏㄹ팔"],
    // Seed 1485925443 of test/room/unicode.test.ts, 2026-11-30.
    ["\u202e👩‍👩‍👧‍👦ڣ５荓𑘊⑸㉺", "\u202e👩‍👩‍👧‍👦ڣ５荓𑘊⑸㉺ㄾᴼꊲἋʺ"],
  ])("ann finds %j in %j", (words, text) => {
    expect(finds(words, text)).toBe(true);
  });

  it.each([
    ["tea", "coffee"],
    ["tea coffee", "tea"],
    ["晚 餐廳", "晚餐"],
  ])("ann does not find %j in %j", (words, text) => {
    expect(finds(words, text)).toBe(false);
  });
});
