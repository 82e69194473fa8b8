// What the terminal says of the connection, and of what the room did not take.
import type { Link, State } from "../library/index.ts";
import { sentenceOf } from "../protocol/sentence.ts";

/** How the connection stands, in a line. */
export function told(link: Link): string {
  switch (link.is) {
    case "open":
      return "[Connected.]";
    case "connecting":
      return "[Connecting …]";
    case "waiting":
      return "[The connection is lost. What you write is kept, and goes when it is back.]";
    case "off":
      return "[Disconnected.]";
    case "refused":
      return `[${sentenceOf(link.code)}${link.reason === undefined ? "" : ` ${link.reason}`}]`;
  }
}

/** That something was refused, with the words, so that they are not lost. */
export function notTaken({ op, code }: State["pending"][number]): string {
  const words = "body" in op ? `: ${op.body.text}` : "";
  return `[Not sent. ${code === undefined ? "" : sentenceOf(code)}${words}]`;
}
