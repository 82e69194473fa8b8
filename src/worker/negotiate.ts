// What a GET of a room's URL is answered with: the app, text, JSON, Markdown, or a stream of events.
import type { Context } from "hono";
import { accepts } from "hono/accepts";

export type Representation = "shell" | "text" | "json" | "markdown" | "stream";

const TYPES: Record<string, Representation> = {
  "text/html": "shell",
  "text/plain": "text",
  "application/json": "json",
  "text/markdown": "markdown",
  "text/event-stream": "stream",
};

// Those that fetch a page to show a preview of its link: they get the page, whose tags say nothing of the talk.
const PREVIEWERS =
  /facebookexternalhit|Twitterbot|Slackbot|Discordbot|TelegramBot|WhatsApp|LinkedInBot|Line\/|redditbot|Embedly|Iframely|SkypeUriPreview|Mastodon/i;

/** Chooses by `Accept`. Who takes anything gets text, unless it calls itself a browser or previews links. */
export function negotiate(c: Context): Representation {
  const anybody =
    PREVIEWERS.test(c.req.header("User-Agent") ?? "") || c.req.header("User-Agent")?.startsWith("Mozilla/");
  const type = accepts(c, {
    header: "Accept",
    supports: Object.keys(TYPES),
    default: anybody ? "text/html" : "text/plain",
  });
  return TYPES[type] ?? "text";
}
