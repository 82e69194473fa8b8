// Which links of Markdown are links: to the web and to mailboxes, and never to elsewhere than they say.
import type { Tokens } from "marked";
import { linkify } from "../message/linkify.ts";

/** Whether a link, or an image that is shown as one, leads to where links may lead, and to where its words say, if they do. */
export function leadsWhereItSays({ href, text }: Tokens.Link | Tokens.Image): boolean {
  if (!/^(?:https?:\/\/|mailto:)/i.test(href) || !URL.canParse(href)) return false;
  const words = text.replace(/!\[[^\]]*\]\([^)]*\)/g, "");
  return linkify(words).every((piece) => typeof piece === "string" || new URL(piece.href).host === new URL(href).host);
}
