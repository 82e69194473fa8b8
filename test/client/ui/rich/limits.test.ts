import { describe, expect, it } from "vitest";
import { looksRich } from "../../../../src/client/ui/rich/looks-rich.ts";
import { TEXT_UNITS } from "../../../../src/protocol/limits.ts";
import { drawn } from "./outline.ts";

/** Several times what it takes, so that a busy machine is not a failure; what grows with the square takes far longer. */
const PATIENCE_MS = 1_000;

describe("A message as long as it may be, made to be hard", () => {
  const marks = [
    ">",
    "> ",
    "*",
    "[",
    "`",
    "$",
    "~",
    "|",
    "#",
    "- ",
    "> - ",
    "1. ",
    "](",
    "**a",
    "***a** ",
    "[_a](",
    "*[",
    "[a](b)",
  ];
  const lines = [
    "> a\nb\n",
    "- a\n",
    "  - a\n",
    "a|b\n-|-\n",
    "```a\n",
    "> > a\nb\n",
    "$$\n",
    "https://",
    "<a>",
    "「*",
    "`a",
  ];
  it.each([...marks, ...lines])("%j, over and over", (mark) => {
    for (const tail of ["", "x", ")", "**"]) {
      const text = mark.repeat(TEXT_UNITS / mark.length).slice(0, TEXT_UNITS - tail.length) + tail;
      const start = performance.now();
      looksRich(text);
      expect(drawn(text)).not.toEqual([]);
      expect(performance.now() - start).toBeLessThan(PATIENCE_MS);
    }
  });
});
