// Where emphasis may begin and end. CommonMark wants a space beside punctuation, which Chinese, Japanese and Korean don't
// write: beside their letters, and where it is theirs, punctuation counts as a letter, and `**「重點」**說明` is bold.
import { Lexer } from "marked";

// Their blocks of Unicode: scripts by name take a phone tens of milliseconds to look up.
const EAST = String.raw`[\u1100-\u11ff\u2e80-\u2fff\u3001-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u{1aff0}-\u{1b16f}\u{20000}-\u{3ffff}]`;
const SIGN = String.raw`[\p{P}\p{S}]`;
const PUNCTUATION = String.raw`(?:(?<!${EAST}\*+)(?!${EAST})${SIGN}(?!\*+${EAST}))`;
const LETTER = String.raw`(?:[^\s\p{P}\p{S}]|(?![*_~]|${PUNCTUATION})${SIGN})`;

const east = new RegExp(EAST, "u");

/** Whether a character is one of Chinese, Japanese or Korean, punctuation included. */
export function isEastAsian(character: string): boolean {
  return east.test(character);
}

const stock = Lexer.rules.inline.breaks;
/** marked's rules of inline text, with punctuation understood so. */
export const inlineRules = {
  ...stock,
  emStrongLDelim: eastern(stock.emStrongLDelim),
  emStrongRDelimAst: eastern(stock.emStrongRDelimAst),
};

/** The same pattern with what it says of punctuation put in our words. */
function eastern({ source, flags }: RegExp): RegExp {
  const ours = source.replaceAll(/\[(\^?)(\\s)?\\p\{P\}\\p\{S\}\]/g, (_, not: string, space: string | undefined) => {
    if (not) return LETTER;
    return space ? String.raw`(?:\s|${PUNCTUATION})` : PUNCTUATION;
  });
  return new RegExp(ours, flags);
}
