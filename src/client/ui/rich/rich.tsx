// A message's text drawn as Markdown: nodes from tokens, never from strings, so that nothing in it can become an element.
import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import { drawBlocks } from "./blocks.tsx";
import { parse } from "./parse.ts";

export { parse };

interface Props {
  text: string;
  /** Draws a run of words outside of code, maths and links. */
  plain: (words: string) => ComponentChildren;
}

/** The text; where it can't be understood, as it was written. */
export function Rich({ text, plain }: Props) {
  const tokens = useMemo(() => parse(text), [text]);
  return (
    <div class="text rich" dir="auto">
      {tokens ? drawBlocks(tokens, plain, "auto") : plain(text)}
    </div>
  );
}
