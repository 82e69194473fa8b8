// What the terminal says of the connection, and of what the room did not take.
import type { Link, State, Way } from "../library/index.ts";
import { sentenceOf } from "../protocol/sentence.ts";

const VIA: Record<Way, string> = { websocket: "", stream: " via server-sent events", poll: " via long polling" };

/** How the connection stands, in a line. While it is being made there is nothing new to say of it. */
export function told(link: Link, way: Way): string | undefined {
  switch (link.is) {
    case "open":
      return `[Connected${VIA[way]}.]`;
    case "connecting":
      return undefined;
    case "waiting": {
      const why = link.code === undefined ? "No connection." : sentenceOf(link.code);
      return `[${why} Reconnecting … What you write is kept, and goes then.]`;
    }
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
