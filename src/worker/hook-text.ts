// What is posted to a webhook as the text of a message: plain text, a form, JSON as Slack's webhooks take it, or any other JSON
// as it is.
import * as v from "valibot";
import { TEXT_UNITS } from "../protocol/limits.ts";
import { readJson } from "./body.ts";
import { fail } from "./fail.ts";

const Slack = v.object({ text: v.pipe(v.string(), v.trim(), v.nonEmpty()) });

/** The text of a body of this content type. What is of no type that can be read is refused. */
export function textOf(raw: string, type: string): string {
  if (/^application\/(?:[\w.-]+\+)?json\b/i.test(type)) return textOfJson(raw);
  if (/^application\/x-www-form-urlencoded\b/i.test(type)) {
    const form = new URLSearchParams(raw);
    const payload = form.get("payload");
    return payload === null ? (form.get("text") ?? raw) : textOfJson(payload);
  }
  return type === "" || /^text\//i.test(type) ? raw : fail("bad_type");
}

function textOfJson(raw: string): string {
  const value = readJson(raw);
  const slack = v.safeParse(Slack, value);
  return slack.success ? asMarkdown(slack.output.text) : inFence(value);
}

/** Slack writes links as `<https://…|words>`, and three characters as in HTML. */
function asMarkdown(text: string): string {
  return text
    .replace(/<(https?:\/\/[^|>\s]+)\|([^>]+)>/g, "[$2]($1)")
    .replace(/<(https?:\/\/[^|>\s]+)>/g, "$1")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

/** JSON in a block of code: in lines where it fits, else in one, else as much of it as fits. */
function inFence(value: unknown): string {
  const whole = JSON.stringify(value, null, 2);
  const longest = Math.max(2, ...[...whole.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  const room = TEXT_UNITS - 2 * fence.length - "json\n\n…".length;
  const fitting = [whole, JSON.stringify(value)].find((each) => each.length <= room);
  return `${fence}json\n${fitting ?? `${whole.slice(0, room).toWellFormed()}…`}\n${fence}`;
}
