// Markdown as people write it in a chat. What marked's tokenizer would understand otherwise than its writer meant is left as
// it was typed; a refusal (undefined) makes a thing plain text.
import { type Links, Tokenizer, type Tokens } from "marked";
import { linkify } from "../message/linkify.ts";
import { isEastAsian } from "./flanking.ts";
import { leadsWhereItSays } from "./link-rule.ts";

/** So deep quotes, lists, emphasis and links stand in each other. */
const DEEPEST = 8;
/** So many characters are searched for the ends of what was begun, over and over; afterwards, marks are only marks. */
const PATIENCE = 1_500_000;

// A run of marks is read at once: in `2**3` no second star begins anew.
const WORDS = /^(?:`+|~+|\*+|_+|\$+|[\s\S])(?:(?!https?:\/\/|!\[)[^\\`*_~[$])*/iu;
const ESCAPE = /^\\([`*~$[\]:#>|+-]|_(?!\()|\.(?=\s))/;
// Not a face: >_<, (*^_^*), *.* are none.
const QUOTE = /^ {0,3}>(?!\S{0,4}<|[._^:;=/\-\\]| <\s)/;
const EMPHASIS = /^(?:\*+|_+)[\p{L}\p{N}\p{So}\p{Ps}\p{Pi}"'`*_~$@#&:<!\\]/u;
const STRUCK = /^~~(?![\s~])([^~]|~(?!~))*?(?<!\s)~~(?!~)/u;

/** The tokenizer of one text. */
export class ChatTokenizer extends Tokenizer {
  #depth = 0;
  #searched = 0;

  override fences(src: string): Tokens.Code | undefined {
    const token = super.fences(src);
    if (token === undefined || token.text.trim() === "") return undefined;
    const { raw, lang = "" } = token;
    // Never closed on a line of its own: closed at the end of the last line, as many write it, or perhaps not meant as a block.
    const open = raw.slice(raw.indexOf("\n")).trim() === token.text.trim();
    if (open && /```(?!`*\s*$)/.test(token.text)) return undefined;
    // Where the last line is empty, marked ends it once more.
    const text = open ? token.text.replace(/`{3,}\s*$/, "") : token.text.replace(/\n$/, "");
    // Code that begins beside the fence is code, not the name of a language.
    return /^[\w+#.-]{0,20}$/.test(lang) ? { ...token, text } : { ...token, text: `${lang}\n${text}`, lang: "" };
  }

  override heading(src: string): Tokens.Heading | undefined {
    return this.#meant(super.heading, src, ({ text }) => text !== "");
  }

  override blockquote(src: string): Tokens.Blockquote | undefined {
    if (!QUOTE.test(src)) return undefined;
    return this.#meant(super.blockquote, src, ({ text }) => text.trim() !== "");
  }

  override list(src: string): Tokens.List | undefined {
    if (!/^ {0,3}(?:[-+*]|(?:0|[1-9]\d{0,8})[.)])[ \t]+\S/.test(src)) return undefined;
    return this.#meant(super.list, src, () => true);
  }

  override table(src: string): Tokens.Table | undefined {
    return this.#meant(super.table, src, ({ raw, header, rows }) => {
      if (!raw.split("\n", 1)[0]?.includes("|")) return false;
      // Cells beyond the last column would be lost.
      const cells = [header, ...rows].flat().map(({ text }) => text);
      return withoutLines(cells.join("")) === withoutLines(raw);
    });
  }

  override escape(src: string): Tokens.Escape | undefined {
    const [raw, text] = ESCAPE.exec(src) ?? [];
    return raw !== undefined && text !== undefined ? { type: "escape", raw, text } : undefined;
  }

  override link(src: string): Tokens.Link | Tokens.Image | undefined {
    if (!/^!?\[/.test(src) || this.#tired(src)) return undefined;
    const { linkEmitted } = this.lexer.state;
    const token = this.#nested(() => super.link(src));
    if (token !== undefined && leadsWhereItSays(token)) return token;
    this.lexer.state.linkEmitted = linkEmitted;
    return undefined;
  }

  override emStrong(src: string, masked: string, before = ""): Tokens.Em | Tokens.Strong | undefined {
    if (!EMPHASIS.test(src) || before === "\\" || this.#tired(src)) return undefined;
    // 2*3*4 and 2**10 are sums. Between letters of Chinese, there is no other way to write it.
    if (/\w/.test(before) && /^\*+\w/.test(src)) return undefined;
    const opensAnyhow = src.startsWith("*") && isEastAsian(before);
    return this.#nested(() => super.emStrong(src, masked, opensAnyhow ? "" : before));
  }

  override del(src: string, masked: string, before = ""): Tokens.Del | undefined {
    const [found] = STRUCK.exec(masked.slice(-src.length)) ?? [];
    if (found === undefined) return undefined;
    const raw = src.slice(0, found.length);
    // "謝謝~~晚安~~" is a long vowel, twice; "我~~不~~喜歡" is struck out.
    if (/[\p{L}\p{N}]/u.test(before) && !/^[\p{L}\p{N}]/u.test(src.slice(raw.length))) return undefined;
    const text = raw.slice(2, -2);
    return this.#nested(() => ({ type: "del", raw, text, tokens: this.lexer.inlineTokens(text) }));
  }

  override codespan(src: string): Tokens.Codespan | undefined {
    const token = super.codespan(src);
    // It makes one line of them.
    return token?.raw.includes("\n") ? { ...token, text: token.raw.replace(/^`+|`+$/g, "") } : token;
  }

  override url(src: string): Tokens.Link | undefined {
    const [rest] = /^https?:\/\/\S*/i.exec(src) ?? [];
    if (rest === undefined || this.#tired(rest)) return undefined;
    const [address] = linkify(rest);
    if (typeof address !== "object") return undefined;
    const { href } = address;
    return { type: "link", raw: href, href, text: href, tokens: [{ type: "text", raw: href, text: href }] };
  }

  override inlineText(src: string): Tokens.Text | undefined {
    const [raw] = WORDS.exec(src) ?? [];
    return raw === undefined ? undefined : { type: "text", raw, text: raw };
  }

  /** What marked makes of it, if it is what was meant; otherwise its words are not kept for reading. */
  #meant<T>(make: (src: string) => T | undefined, src: string, isMeant: (token: T) => boolean): T | undefined {
    const { inlineQueue } = this.lexer;
    const queued = inlineQueue.length;
    const token = this.#nested(() => make.call(this, src));
    if (token !== undefined && isMeant(token)) return token;
    inlineQueue.length = queued;
    return undefined;
  }

  #tired(src: string): boolean {
    this.#searched += src.length;
    return this.#searched > PATIENCE;
  }

  #nested<T>(make: () => T): T | undefined {
    if (this.#depth >= DEEPEST) return undefined;
    this.#depth += 1;
    try {
      return make();
    } finally {
      this.#depth -= 1;
    }
  }

  // Not in a chat: indented code, HTML, references, lines drawn under a heading; addresses in <> are found by `url`, and a
  // line ends where it was ended.
  override code(): undefined {}
  override html(): undefined {}
  override tag(): undefined {}
  override def(): undefined {}
  override lheading(): undefined {}
  override reflink(_src: string, _links: Links): undefined {}
  override autolink(): undefined {}
  override br(): undefined {}
}

function withoutLines(row: string): string {
  return row.replace(/[\s|\\:-]/g, "");
}
