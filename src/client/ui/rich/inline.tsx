// What stands in a line: words, emphasis, code, links, maths.
import type { Token } from "marked";
import type { ComponentChildren } from "preact";
import { laterWords } from "../../i18n/later/index.ts";
import { known } from "./kinds.ts";
import { Maths } from "./maths.tsx";

/** Draws a run of words. */
export type Plain = (words: string) => ComponentChildren;

/** The nodes of inline tokens. */
export function drawInline(tokens: readonly Token[], plain: Plain): ComponentChildren {
  return tokens.map((token) => draw(token, plain));
}

function draw(given: Token, plain: Plain): ComponentChildren {
  const token = known(given);
  if (token === undefined) return plain(given.raw);
  switch (token.type) {
    case "text":
      return token.tokens ? drawInline(token.tokens, plain) : plain(token.raw);
    case "escape":
      return plain(token.text);
    case "strong":
      return <strong>{drawInline(token.tokens, plain)}</strong>;
    case "em":
      return <em>{drawInline(token.tokens, plain)}</em>;
    case "del":
      return <del>{drawInline(token.tokens, plain)}</del>;
    case "codespan":
      return <code>{token.text}</code>;
    case "maths":
      return <Maths tex={token.tex} raw={token.raw} display={token.display} />;
    case "checkbox":
      return <Task done={token.checked} />;
    case "link":
      return link(token.href, token.title, drawInline(token.tokens, asWritten));
    case "image":
      // In a link, it is words of that link.
      return plain === asWritten ? token.text : link(token.href, token.title, token.text || token.href);
    default:
      return plain(token.raw);
  }
}

const asWritten: Plain = (words) => words;

function link(href: string, title: string | null | undefined, children: ComponentChildren) {
  return (
    <a href={href} title={title || undefined} target="_blank" rel="noopener noreferrer nofollow ugc">
      {children}
    </a>
  );
}

function Task({ done }: { done: boolean }) {
  const { rich } = laterWords.value;
  return <input type="checkbox" disabled checked={done} aria-label={done ? rich.done : rich.open} />;
}
