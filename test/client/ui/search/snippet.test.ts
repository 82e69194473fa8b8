import { describe, expect, it } from "vitest";
import { snippet } from "../../../../src/client/ui/search/snippet.ts";
import { termsOf } from "../../../../src/protocol/search.ts";

/** The piece, with what is marked in brackets. */
const shown = (text: string, words: string) =>
  snippet(text, termsOf(words))
    .map((piece) => (piece.hit ? `[${piece.text}]` : piece.text))
    .join("");

describe("The piece of a message that Ann found", () => {
  it("has her words marked, however they are written there", () => {
    expect(shown("Tea, TEA and Ｔｅａ", "tea")).toBe("[Tea], [TEA] and [Ｔｅａ]");
    expect(shown("我在臺北等妳", "台北")).toBe("我在[臺北]等妳");
    expect(shown("ﬁnd it 😀 now", "fin 😀")).toBe("[ﬁn]d it [😀] now");
    expect(shown("aaaa", "aa")).toBe("[aaaa]");
  });

  it("is one line, whatever breaks the message has", () => {
    expect(shown("one\n\n  two\tthree", "two")).toBe("one [two] three");
  });

  it("begins with a whole word where it begins in the middle", () => {
    expect(shown("We met by the old bridge at noon and drank tea", "tea")).toBe("…old bridge at noon and drank [tea]");
  });

  it("begins a little before the first of them where the message is long, and never inside a character", () => {
    const long = `${"😀".repeat(500)}tea${"好".repeat(500)}`;
    const piece = shown(long, "tea");
    expect(piece).toMatch(/^…(😀){32}\[tea\](好)+…$/u);
    expect([...piece].length).toBeLessThan(210);
  });
});
