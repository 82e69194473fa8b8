// B3: any text of Unicode is on screen as it was said, also where marks of Markdown stand in it, and is found by its own words.
import fc from "fast-check";
import { expect, it } from "vitest";
import { looksRich } from "../../../../src/client/ui/rich/looks-rich.ts";
import { snippet } from "../../../../src/client/ui/search/snippet.ts";
import { holds, termsOf } from "../../../../src/protocol/search.ts";
import { report } from "../../../faults/report/report.ts";
import { size } from "../../../faults/size.ts";
import { wellFormedText } from "../../../support/any-text.ts";
import { drawn, saidBy } from "./outline.ts";
import { soup } from "./soup.ts";

const TEXTS = size(500, 200_000);

/** A room keeps it trimmed. */
const text = wellFormedText.map((words) => words.trim()).filter((words) => words !== "");
const marked = fc.array(fc.oneof(text, soup), { minLength: 1, maxLength: 4 }).map((parts) => parts.join(""));

/** How often each character is in it that is no mark of Markdown's and no space. */
function ink(words: string): Map<string, number> {
  const count = new Map<string, number>();
  for (const character of words.match(/[^\p{ASCII}\s]/gu) ?? []) count.set(character, (count.get(character) ?? 0) + 1);
  return count;
}

it(`${TEXTS} texts of all of Unicode, half of them among marks, are drawn with each of their characters`, {
  timeout: 1_800_000,
}, () => {
  fc.assert(
    fc.property(fc.oneof(text, marked), (words) => {
      const said = saidBy(drawn(words));
      expect(said.isWellFormed()).toBe(true);
      const there = ink(said);
      const lost = [...ink(words)].filter(([character, times]) => (there.get(character) ?? 0) < times);
      expect(lost).toEqual([]);
      const bare = (some: string) => some.replace(/\s/gu, "");
      if (!looksRich(words) && !words.includes("://")) expect(bare(said)).toBe(bare(words));
    }),
    { numRuns: TEXTS },
  );
  report({ proof: "B3", did: `${TEXTS} texts through the Markdown of the screen`, faults: 0 });
});

it(`${TEXTS} texts of all of Unicode are found by any piece of themselves, and shown with it marked`, {
  timeout: 1_800_000,
}, () => {
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (words, begin, length) => {
      // A letter and its marks are one.
      const letters = Array.from(new Intl.Segmenter().segment(words), ({ segment }) => segment);
      const from = begin % letters.length;
      const terms = termsOf(letters.slice(from, from + 1 + (length % 8)).join(""));
      expect(holds(words, terms)).toBe(true);
      const pieces = snippet(words, terms);
      expect(pieces.every((piece) => piece.text.isWellFormed())).toBe(true);
      const line = words.normalize("NFC").replace(/\s+/gu, " ").trim();
      const shown = pieces.map((piece) => piece.text).join("");
      expect(line).toContain(shown.replace(/^…|…$/gu, ""));
    }),
    { numRuns: TEXTS },
  );
  report({ proof: "B3", did: `${TEXTS} texts found by a piece of themselves`, faults: 0 });
});
