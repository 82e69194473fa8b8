// How long a text is to who reads it.
const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** Characters as people count them: one for a family emoji, where `length` says eleven. */
export function countGraphemes(text: string): number {
  return [...graphemes.segment(text)].length;
}
