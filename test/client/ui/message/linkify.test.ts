import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isEmojiOnly } from "../../../../src/client/ui/message/emoji-only.ts";
import { linkify, type Piece } from "../../../../src/client/ui/message/linkify.ts";

const links = (text: string) => linkify(text).flatMap((piece) => (typeof piece === "string" ? [] : [piece.href]));
const joined = (pieces: Piece[]) => pieces.map((piece) => (typeof piece === "string" ? piece : piece.href)).join("");

describe("Addresses in what Ann writes", () => {
  it.each([
    ["see https://example.com/a?b=c#d now", "https://example.com/a?b=c#d"],
    ["Is it https://example.com/a?", "https://example.com/a"],
    ["(https://example.com/a)", "https://example.com/a"],
    ["https://en.wikipedia.org/wiki/Go_(game), of course", "https://en.wikipedia.org/wiki/Go_(game)"],
    ["<https://example.com/a>", "https://example.com/a"],
    ["http://localhost:8787/r/lobby", "http://localhost:8787/r/lobby"],
    ["HTTPS://EXAMPLE.COM.", "HTTPS://EXAMPLE.COM"],
    ["http://[::1]:8787/x", "http://[::1]:8787/x"],
    ["https://台灣.tw/首頁 ", "https://台灣.tw/首頁"],
  ])("finds the address in %j", (text, address) => {
    expect(links(text)).toEqual([address]);
  });

  it.each([
    ["請看https://example.tw/a。謝謝", "https://example.tw/a"],
    ["（https://example.tw/a/b），然後", "https://example.tw/a/b"],
    ["「https://example.tw」", "https://example.tw"],
    ["https://example.tw/a，https", "https://example.tw/a"],
    ["https://example.tw/a？對嗎", "https://example.tw/a"],
    ["https://example.tw很好", "https://example.tw"],
    ["https://example.tw/a…", "https://example.tw/a"],
  ])("leaves the Chinese around it alone in %j", (text, address) => {
    expect(links(text)).toEqual([address]);
  });

  it("links nothing but http and https", () => {
    for (const text of [
      "javascript:alert(1)",
      "data:text/html,x",
      "file:///etc/passwd",
      "https://",
      "http://[",
      "example.com",
    ])
      expect(links(text)).toEqual([]);
  });

  it("shows the host that it goes to, whatever a name before an @ pretends", () => {
    expect(links("https://bank.example@evil.example/x")).toEqual(["https://bank.example"]);
  });

  it("never loses or changes a character", () => {
    const texts = fc.array(
      fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("https://", "a.b", "/", "。", ")", "(", " ")),
    );
    fc.assert(
      fc.property(texts, (parts) => {
        const text = parts.join("");
        const pieces = linkify(text);
        expect(joined(pieces)).toBe(text);
        for (const piece of pieces)
          if (typeof piece !== "string") expect(new URL(piece.href).protocol).toMatch(/^https?:$/);
      }),
    );
  });

  it("goes through the longest message without going back and forth in it for ever", () => {
    for (const part of ["https://a", "http://((((", "a.", "https://a.b/)))"]) {
      const text = part.repeat(8000 / part.length);
      expect(
        linkify(text)
          .map((piece) => (typeof piece === "string" ? piece : piece.href))
          .join(""),
      ).toBe(text);
    }
  });
});

describe("A message of emoji", () => {
  it("is shown large when it is a few of them and nothing else", () => {
    for (const text of ["🎉", "👍🏽 ❤️", "👩‍👩‍👧‍👦🇹🇼", "ℹ️", "1️⃣ ‼️ 〰️", "🏴󠁧󠁢󠁥󠁮󠁧󠁿"]) expect(isEmojiOnly(text)).toBe(true);
    for (const text of ["ok 👍", "好 👍", "7", "…", "#", "", "🎉".repeat(7)]) expect(isEmojiOnly(text)).toBe(false);
  });
});
