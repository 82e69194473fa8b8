// How long a text is to who reads it.
let segmenter: Intl.Segmenter | undefined;

/** Characters as people count them: one for a family emoji, where `length` says eleven. */
export function countGraphemes(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  // It takes milliseconds to be made.
  segmenter ??= new Intl.Segmenter(undefined, { granularity: "grapheme" });
  return [...segmenter.segment(text)].length;
}
