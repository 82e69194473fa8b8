// A message's text as the tokens of Markdown.
import { Hooks, Lexer, type Token } from "marked";
import { linkify } from "../message/linkify.ts";
import { inlineRules } from "./flanking.ts";
import { mathsBegins, mathsBlock, mathsInLine, withoutMaths } from "./maths-rule.ts";
import { ChatTokenizer } from "./tokenizer.ts";

const never = /(?!)/;
const rules = {
  block: { ...Lexer.rules.block.gfm, lheading: never, html: never },
  // What the tokenizer refuses must not hide the marks inside of it either.
  inline: { ...inlineRules, tag: never, autolink: never, reflinkSearch: never },
};
const extensions = {
  renderers: {},
  childTokens: {},
  inline: [mathsInLine],
  block: [mathsBlock],
  startBlock: [mathsBegins],
};

/** Addresses and maths are whole: what looks like a mark in them is none. */
class Whole extends Hooks {
  override emStrongMask(text: string): string {
    return linkify(withoutMaths(text))
      .map((piece) => (typeof piece === "string" ? piece : "a".repeat(piece.href.length)))
      .join("");
  }
}

/** The tokens of a text; nothing where they can't be had. */
export function parse(text: string): Token[] | undefined {
  const tokenizer = new ChatTokenizer();
  const lexer = new Lexer({ gfm: true, breaks: true, tokenizer, hooks: new Whole(), extensions });
  tokenizer.rules = { ...tokenizer.rules, ...rules };
  try {
    return lexer.lex(text);
  } catch {
    // It could be read no further than some bug of the parser.
    return undefined;
  }
}
