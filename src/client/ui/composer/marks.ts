// Markdown by keys: what a shortcut, or a mark typed over a selection, makes of the text. No DOM here.
import type { Change } from "./insert.ts";

/** A text with what is selected in it. */
export interface Selected {
  text: string;
  start: number;
  end: number;
}

export interface Key {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** What a key changes, or nothing where it is no key of ours. `mac`: shortcuts are made with ⌘. */
export function changeBy(key: Key, selected: Selected, mac: boolean): Change | undefined {
  const { ctrlKey, metaKey, altKey, shiftKey } = key;
  if (altKey) return undefined;
  if (!ctrlKey && !metaKey) return typedOver(key.key, selected);
  // On a Mac Ctrl+B, E and K move the caret and cut.
  if (mac ? ctrlKey : metaKey) return undefined;
  const letter = key.key.toLowerCase();
  if (shiftKey) return letter === "x" ? marked(selected, "~~") : undefined;
  switch (letter) {
    case "b":
      return marked(selected, "**");
    case "i":
      return marked(selected, "*");
    case "e":
      return code(selected);
    case "k":
      return link(selected);
    default:
      return undefined;
  }
}

function typedOver(key: string, selected: Selected): Change | undefined {
  const { text, start, end } = selected;
  if (start === end || !["*", "_", "`", "~"].includes(key)) return undefined;
  return around(start, text.slice(start, end), key);
}

function around(from: number, words: string, mark: string, closing = mark): Change {
  const { length } = mark;
  return {
    from,
    to: from + words.length,
    text: mark + words + closing,
    select: [length, length + words.length],
  };
}

/** Puts the mark around what is selected, or takes it away where it is. */
function marked(selected: Selected, mark: string): Change {
  const { text, start, end } = trimmed(selected);
  const words = text.slice(start, end);
  if (!isMarked(text, start, end, mark)) return around(start, words, mark);
  return { from: start - mark.length, to: end + mark.length, text: words, select: [0, words.length] };
}

function isMarked(text: string, start: number, end: number, mark: string): boolean {
  const sign = mark.charAt(0);
  let run = 0;
  while (text[start - 1 - run] === sign && text[end + run] === sign) run += 1;
  // Of three stars two are for bold and one is for italics.
  return mark === "*" ? run % 2 === 1 : run >= mark.length;
}

/** Spaces at the ends stay outside: ** bold ** is not bold. */
function trimmed({ text, start, end }: Selected): Selected {
  const words = text.slice(start, end);
  const inner = words.trim();
  if (inner === "") return { text, start, end };
  const from = start + words.indexOf(inner);
  return { text, start: from, end: from + inner.length };
}

function code(selected: Selected): Change {
  const words = selected.text.slice(selected.start, selected.end);
  if (words.includes("\n")) return fenced(selected);
  if (isMarked(selected.text, selected.start, selected.end, "`")) return marked(selected, "`");
  const longest = Math.max(0, ...[...words.matchAll(/`+/g)].map(([run]) => run.length));
  const mark = "`".repeat(longest + 1);
  return longest === 0 ? marked(selected, mark) : around(selected.start, words, `${mark} `, ` ${mark}`);
}

/** Whole lines between fences, each of which stands on a line of its own. */
function fenced({ text, start, end }: Selected): Change {
  const before = start === 0 || text[start - 1] === "\n" ? "" : "\n";
  const after = end === text.length || text[end] === "\n" ? "" : "\n";
  const words = text.slice(start, end).replace(/\n$/, "");
  return {
    from: start,
    to: end,
    text: `${before}\`\`\`\n${words}\n\`\`\`${after}`,
    select: [before.length + 4, before.length + 4 + words.length],
  };
}

function link(selected: Selected): Change {
  const { text, start, end } = trimmed(selected);
  const words = text.slice(start, end);
  const change = { from: start, to: end };
  if (/^https?:\/\/\S+$/.test(words)) return { ...change, text: `[](${words})`, select: [1, 1] };
  const at = words === "" ? 1 : words.length + 3;
  return { ...change, text: `[${words}]()`, select: [at, at] };
}
