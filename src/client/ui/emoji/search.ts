// Finding emoji by what people call them, in any of our languages.

/** An emoji with its names: the one to show, its shortcodes without colons, best first, and words that belong to it. */
export interface Emoji {
  unicode: string;
  name: string;
  group: number;
  codes: readonly string[];
  tags: readonly string[];
}

/** Whether the room takes it, and this browser knows it, as one emoji. */
export function isEmoji(text: string): boolean {
  return /^\p{RGI_Emoji}$/v.test(text);
}

/** The emoji that fit every word of the query, best first and else as they were; at most so many. */
export function findEmoji(all: readonly Emoji[], query: string, most: number): Emoji[] {
  const wanted = query.toLowerCase().replaceAll(":", " ").split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [];
  const found = all.flatMap((emoji) => {
    const fit = Math.max(...wanted.map((word) => fitOf(emoji, word)));
    return fit === Infinity ? [] : [{ emoji, fit }];
  });
  return found
    .sort((a, b) => a.fit - b.fit)
    .slice(0, most)
    .map(({ emoji }) => emoji);
}

/** 0 where it is called exactly so, more the less it fits, Infinity where it doesn't. */
function fitOf({ name: shown, codes, tags }: Emoji, word: string): number {
  const name = shown.toLowerCase();
  if (codes.includes(word) || name === word) return 0;
  if (codes.some((code) => code.startsWith(word))) return 1;
  if (begins(name, word)) return 2;
  if (codes.some((code) => begins(code, word))) return 3;
  if (tags.some((tag) => begins(tag, word))) return 4;
  // Chinese has no spaces between its words.
  if (/\p{Script=Han}/u.test(word) && (name.includes(word) || tags.some((tag) => tag.includes(word)))) return 5;
  return Infinity;
}

/** Whether a word of the phrase begins so. */
function begins(phrase: string, word: string): boolean {
  const at = phrase.indexOf(word);
  if (at <= 0) return at === 0;
  return /[\s_-]/.test(phrase.charAt(at - 1)) || begins(phrase.slice(at + 1), word);
}
