// The piece of a message around the words that were looked for, with those words marked.
import { fold } from "../../../protocol/search.ts";

export interface Piece {
  text: string;
  /** It is one of the words. */
  hit: boolean;
}

/** Code points before the first of the words, and in all. */
const BEFORE = 32;
const LENGTH = 200;

/** A text in one line, cut to what is around the first of these folded words. */
export function snippet(text: string, terms: readonly string[]): Piece[] {
  const points = [...text.normalize("NFC").replace(/\s+/gu, " ").trim()];
  const marked = markedIn(points, terms);
  const start = startOf(points, marked.indexOf(true));
  const end = Math.min(points.length, start + LENGTH);
  const pieces: Piece[] = start > 0 ? [{ text: "…", hit: false }] : [];
  for (let index = start; index < end; index++) {
    const hit = marked[index] === true;
    const last = pieces.at(-1);
    if (last?.hit === hit) last.text += points[index];
    else pieces.push({ text: points[index] ?? "", hit });
  }
  if (end < points.length) pieces.push({ text: "…", hit: false });
  return pieces;
}

/** Where to begin, so that the first hit is in sight: with a whole word, where there is a space to tell. */
function startOf(points: readonly string[], first: number): number {
  const start = Math.max(0, first - BEFORE);
  const space = points.indexOf(" ", start);
  return start > 0 && space >= 0 && space < first ? space + 1 : start;
}

/** Which of these points belong to one of the words. Folding may make several letters of one, as of ﬁ. */
function markedIn(points: readonly string[], terms: readonly string[]): boolean[] {
  const marked = points.map(() => false);
  const folded = points.map(fold);
  // For each UTF-16 unit of the line, the point that it comes from.
  const origin = folded.flatMap((letters, index) => new Array<number>(letters.length).fill(index));
  const line = folded.join("");
  for (const term of terms) {
    for (let at = line.indexOf(term); at >= 0; at = line.indexOf(term, at + term.length)) {
      for (const index of origin.slice(at, at + term.length)) marked[index] = true;
    }
  }
  return marked;
}
