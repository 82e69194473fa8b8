// The tokens that are drawn. marked's own type lets a token be anything.
import type { MarkedToken, Token } from "marked";
import type { Maths } from "./maths-rule.ts";

type Kind = MarkedToken | Maths;

const KINDS = new Set<string>([
  "blockquote",
  "checkbox",
  "code",
  "codespan",
  "del",
  "em",
  "escape",
  "heading",
  "hr",
  "image",
  "link",
  "list",
  "maths",
  "paragraph",
  "space",
  "strong",
  "table",
  "text",
] satisfies Kind["type"][]);

/** The token as one of a kind that we know; others are shown as they were written. */
export function known(token: Token): Kind | undefined {
  return isKind(token) ? token : undefined;
}

function isKind(token: { type: string }): token is Kind {
  return KINDS.has(token.type);
}
