// Maths in a text: `$x$` in a line, `$$x$$` on lines of its own. What is money or a shell's variable stays as it is.
import type { Token, TokenizerExtensionFunction, TokenizerStartFunction } from "marked";

/** A formula in TeX. */
export interface Maths {
  type: "maths";
  raw: string;
  tex: string;
  /** It stands by itself, and larger. */
  display: boolean;
}

// As in pandoc, no space inside of the dollars and no digit behind; nor what goes on as a name: "$HOME/$USER", "${a}-${b}".
const SPAN = String.raw`(\$\$?)(?![\s$])((?:\\[^\n]|[^\\$\n])+)(?<!\s)\1(?![\w$({])`;
const here = new RegExp(`^${SPAN}`);
const anywhere = new RegExp(String.raw`(?<![\w$\\])${SPAN}`, "g");
const BLOCK = /^ {0,3}\$\$((?:\\[\s\S]|[^\\$])*[^\\$\s](?:\\[\s\S]|[^\\$])*)\$\$[ \t]*(?:\n|$)/;

export const mathsInLine: TokenizerExtensionFunction = (src, before) => {
  if (!src.startsWith("$") || /[\w$]$/.test(rawOf(before.at(-1)))) return undefined;
  const [raw, marks, tex] = here.exec(src) ?? [];
  return raw !== undefined && tex !== undefined ? maths(raw, tex, marks === "$$") : undefined;
};

export const mathsBlock: TokenizerExtensionFunction = (src) => {
  const [raw, tex] = BLOCK.exec(src) ?? [];
  return raw !== undefined && tex !== undefined ? maths(raw, tex.trim(), true) : undefined;
};

/** Where the next block of maths may begin: a paragraph ends before it. */
export const mathsBegins: TokenizerStartFunction = (src) => {
  const at = src.search(/\n {0,3}\$\$/);
  return at < 0 ? undefined : at + 1;
};

/** The text with its maths made unreadable in place, so that no mark inside of it is taken for emphasis. */
export function withoutMaths(text: string): string {
  return text.includes("$") ? text.replaceAll(anywhere, (raw) => "a".repeat(raw.length)) : text;
}

function maths(raw: string, tex: string, display: boolean): Maths & { [index: string]: unknown } {
  return { type: "maths", raw, tex, display };
}

function rawOf(token: Token | undefined): string {
  return token?.raw ?? "";
}
