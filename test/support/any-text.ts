// Any text that somebody could send, and worse: all planes of Unicode, what joins and turns it, and halves of characters.
import fc from "fast-check";

const whole = fc.string({ unit: "binary", minLength: 1, maxLength: 40 });
const grapheme = fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 });
const odd = fc.constantFrom(
  "\u0000",
  "\u202e",
  "\ufeff",
  "\uffff",
  "👩‍👩‍👧‍👦",
  "e\u0301\u0301",
  "\u{10ffff}",
  "'",
  '"',
  "\\",
  "%",
  "\u2028",
);
const oddly = fc.array(fc.oneof(odd, grapheme), { minLength: 1, maxLength: 12 }).map((all) => all.join(""));
const halved = fc.tuple(whole, fc.constantFrom("\ud83d", "\udc4d")).map(([text, half]) => `${text}${half}x`);

/** One that a room takes, as far as its characters go. */
export const wellFormedText = fc.oneof(
  { weight: 6, arbitrary: whole },
  { weight: 3, arbitrary: grapheme },
  { weight: 2, arbitrary: oddly },
);

export const anyText = fc.oneof({ weight: 11, arbitrary: wellFormedText }, { weight: 1, arbitrary: halved });
