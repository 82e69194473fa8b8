// A room for search engines: nothing, unless its owner has it listed.
import type { Context } from "hono";
import type { Env } from "./env.ts";
import { guard } from "./guard.ts";

/** Whether something that calls itself so asks for a search engine. Only these ask the room: a browser's visit wakes none. */
export function isCrawler(agent = ""): boolean {
  return /bot\b|crawl|spider|slurp/i.test(agent);
}

/** The app's page as a search engine may list it, by the room's title and topic; else as everybody gets it, `noindex`. */
export async function listed(c: Context<{ Bindings: Env }>, room: string, page: Response): Promise<Response> {
  await guard(c);
  const listing = await c.env.ROOM.getByName(room).listing();
  if (listing === undefined || "code" in listing) return page;
  const title = `${listing.title || room} · Parlor`;
  const answer = new HTMLRewriter()
    .on("meta[name=robots]", { element: (meta) => void meta.remove() })
    .on("title", { element: (element) => void element.setInnerContent(title) })
    .on('meta[property="og:title"]', { element: (meta) => void meta.setAttribute("content", title) })
    .on("meta[name=description]", {
      element: (meta) => void (listing.topic && meta.setAttribute("content", listing.topic)),
    })
    .transform(page);
  answer.headers.set("X-Robots-Tag", "all");
  return answer;
}
