// Which text holds the words that somebody looks for: one rule for the room, which finds, and the screen, which marks.

/** Letters of Hangul that stand by themselves, as in ㅋㅋ. */
const JAMO = /[\u1100-\u11ff\u3131-\u318e\ua960-\ua97c\ud7b0-\ud7fb\uffa0-\uffdc]/g;

/**
 * Text as it is compared: without case, with one width of letters and signs, and one spelling of 臺, and of the sigma, which
 * is another letter at the end of a word, so that the beginning of a word would not be found in it. For the same reason a
 * letter of Hangul is kept from what stands before it: with one width both would be one syllable.
 */
export function fold(text: string): string {
  const apart = text.normalize("NFC").replace(JAMO, "\u200b$&");
  return apart.normalize("NFKC").toLowerCase().replaceAll("臺", "台").replaceAll("ς", "σ");
}

/** The words of a search, folded, each once. Chinese needs no spaces: what is written together is found together. */
export function termsOf(words: string): string[] {
  return [...new Set(fold(words).split(/\s+/u))].filter((term) => term !== "");
}

/** Whether all of these folded words are in a text, in whatever order, and wherever they begin. */
export function holds(text: string, terms: readonly string[]): boolean {
  const folded = fold(text);
  return terms.every((term) => folded.includes(term));
}
