// What stands on lines of its own: paragraphs, headings, quotes, lists, rules, and the blocks drawn elsewhere.
import type { Token, Tokens } from "marked";
import type { ComponentChildren } from "preact";
import { CodeBlock } from "./code-block.tsx";
import { drawInline, type Plain } from "./inline.tsx";
import { known } from "./kinds.ts";
import { Maths } from "./maths.tsx";
import { Table } from "./table.tsx";

/** The nodes of block tokens. `dir` for the outermost: each finds its own direction, and what is in it goes along. */
export function drawBlocks(tokens: readonly Token[], plain: Plain, dir?: "auto"): ComponentChildren {
  return tokens.map((token) => draw(token, plain, dir));
}

function draw(given: Token, plain: Plain, dir?: "auto"): ComponentChildren {
  const token = known(given);
  switch (token?.type) {
    case "space":
      return blankLines(token.raw);
    case "paragraph":
      return <p dir={dir}>{drawInline(token.tokens, plain)}</p>;
    case "heading":
      // The page has headings of its own; a message's are only larger words.
      return (
        <p class={`heading h${token.depth}`} dir={dir}>
          {drawInline(token.tokens, plain)}
        </p>
      );
    case "blockquote":
      return <blockquote dir={dir}>{drawBlocks(token.tokens, plain)}</blockquote>;
    case "list":
      return list(token, plain, dir);
    case "table":
      return <Table token={token} plain={plain} dir={dir} />;
    case "code":
      if (token.lang === "math") return <Maths tex={token.text} raw={token.raw} display />;
      return <CodeBlock text={token.text} lang={token.lang ?? ""} />;
    case "maths":
      return <Maths tex={token.tex} raw={token.raw} display />;
    case "hr":
      return <hr />;
    default:
      return drawInline([given], plain);
  }
}

/** One blank line is the gap between paragraphs; more are shown as they were typed. */
function blankLines(raw: string): ComponentChildren {
  const more = raw.split("\n").length - 3;
  return more > 0 ? <p>{"\n".repeat(more)}</p> : null;
}

function list({ items, ordered, raw }: Tokens.List, plain: Plain, dir?: "auto") {
  if (!ordered) return <ul dir={dir}>{items.map((each) => item(each, plain))}</ul>;
  const numbers = items.map((each) => Number.parseInt(each.raw, 10));
  // All 1. is a way to have them counted; otherwise they are what was typed.
  const counted = numbers.every((number) => number === numbers[0]);
  return (
    <ol dir={dir} start={numbers[0]} class={/^\s*\d+\)/.test(raw) ? "paren" : undefined}>
      {items.map((each, index) => item(each, plain, counted ? undefined : numbers[index]))}
    </ol>
  );
}

function item({ tokens, task }: Tokens.ListItem, plain: Plain, value?: number) {
  return (
    <li value={value} class={task ? "task" : undefined}>
      {drawBlocks(tokens, plain)}
    </li>
  );
}
