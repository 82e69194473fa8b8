// Cutting a text that is too long into messages, where a reader would pause. Nothing of it is lost but spaces at the cuts.
import { marksOf, openFence } from "./fence.ts";

/** Where to cut, best first: after a paragraph, a line, a sentence, a word. */
const PAUSES = [/\n[^\S\n]*\n/g, /\n/g, /[。！？…][」』”’）]*|[.!?][)"'”’]*(?=\s)/g, /\s/g];
/** Kept free at the end of a part, for the fence that may have to be closed there. */
const CLOSER_UNITS = 64;
/** An opening line that is longer than this is opened again without its words. */
const OPENER_UNITS = 40;

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** The parts of a text, each of at most `most` UTF-16 units (≥ 200) and not empty. In none a fence of code is open at its end. */
export function split(text: string, most: number): string[] {
  const parts: string[] = [];
  let rest = text.trim();
  while (rest.length > most) {
    const at = cut(rest, most - CLOSER_UNITS);
    const part = rest.slice(0, at).trimEnd();
    const opener = openFence(part);
    const before = opener === undefined ? part : part.slice(0, part.length - opener.length).trimEnd();
    if (opener === undefined || part === opener) {
      parts.push(part);
      rest = rest.slice(at).trim();
    } else if (part.endsWith(opener) && openFence(before) === undefined) {
      // It would hold nothing here, and opens in the next part.
      parts.push(before);
      rest = `${opener}${rest.slice(part.length)}`;
    } else {
      parts.push(`${part}\n${marksOf(opener)}`);
      rest = reopened(opener, rest.slice(at));
    }
  }
  return rest === "" ? parts : [...parts, rest];
}

/** What follows a cut within a fence. */
function reopened(opener: string, rest: string): string {
  const [line, closer] = /^\s*([`~]{3,})[^\S\n]*(?:\n|$)/.exec(rest) ?? [];
  if (line !== undefined && openFence(`${opener}\n${closer}`) === undefined) return rest.slice(line.length).trim();
  const again = opener.length > OPENER_UNITS ? marksOf(opener) : opener;
  // A line of code keeps what it is indented by.
  return `${again}\n${rest.replace(/^[^\S\n]*\n/, "")}`;
}

/** The best place to cut within the first `most` units: in their second half, if there is any. */
function cut(text: string, most: number): number {
  const window = text.slice(0, most);
  for (const pause of PAUSES) {
    let last = 0;
    for (const { 0: found, index } of window.matchAll(pause)) last = index + found.length;
    if (last > most / 2) return last;
  }
  return betweenGraphemes(text, most);
}

function betweenGraphemes(text: string, most: number): number {
  const near = Math.max(0, most - 200);
  const start = graphemes.segment(text.slice(near, most + 200)).containing(most - near)?.index ?? 0;
  if (start > 0) return near + start;
  // Marks upon marks without an end: then at least no half of a letter.
  return /[\ud800-\udbff]/.test(text.charAt(most - 1)) ? most - 1 : most;
}
