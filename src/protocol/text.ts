// The plain-text door: the same room in lines, as the article's client and `wscat` speak it.
import { nanoid } from "nanoid";
import * as v from "valibot";
import type { Event, LogEvent, Message } from "./event.ts";
import { ID_LENGTH } from "./id.ts";
import { FRAME_BYTES, PAGE_MESSAGES } from "./limits.ts";
import { type Op, parseOp } from "./op.ts";
import { type Pass, readCode } from "./pass.ts";
import { label, type Person } from "./person.ts";
import { type Parsed, type Refusal, refuse } from "./refusal.ts";
import { sentences } from "./sentence.ts";
import { Search } from "./up.ts";

/** What a line asks for. */
export type Line =
  | { do: "op"; op: Op }
  | { do: "history"; limit: number }
  | { do: "find"; search: Search }
  | { do: "who" }
  | { do: "topic" }
  | { do: "pass"; pass: Pass }
  | { do: "help" };

/** Reads one text frame. A line that starts with a slash is a command; two slashes say one. */
export function parseLine(data: unknown): Parsed<Line> {
  if (typeof data !== "string") return refuse("binary");
  if (data.length > FRAME_BYTES) return refuse("too_long");
  const [, word, rest = ""] = /^\/(?!\/)(\S*)\s*(.*)$/su.exec(data.trim()) ?? [];
  switch (word) {
    case undefined:
      return op({ kind: "send", body: { text: data.trim().replace(/^\/\//u, "/") } });
    case "name":
      return op({ kind: "rename", name: rest });
    case "me":
      return op({ kind: "send", body: { text: rest, me: true } });
    case "topic":
      return rest === "" ? { ok: true, value: { do: "topic" } } : op({ kind: "topic", text: rest });
    case "who":
      return { ok: true, value: { do: "who" } };
    case "history":
      return history(rest);
    case "find":
      return find(rest);
    case "pass":
      return pass(rest);
    case "help":
      return { ok: true, value: { do: "help" } };
    default:
      return refuse("bad_command");
  }
}

function op(wish: object): Parsed<Line> {
  const parsed = parseOp({ id: nanoid(ID_LENGTH), ...wish });
  return parsed.ok ? { ok: true, value: { do: "op", op: parsed.value } } : refuse(parsed.refusal.code);
}

function history(rest: string): Parsed<Line> {
  const limit = rest === "" ? 20 : Number(rest);
  if (!Number.isInteger(limit) || limit < 1) return refuse("bad_command");
  return { ok: true, value: { do: "history", limit: Math.min(limit, PAGE_MESSAGES) } };
}

function find(rest: string): Parsed<Line> {
  const parsed = v.safeParse(Search, { words: rest });
  return parsed.success ? { ok: true, value: { do: "find", search: parsed.output } } : refuse("bad_command");
}

function pass(rest: string): Parsed<Line> {
  const code = readCode(rest);
  return code === undefined ? refuse("bad_command") : { ok: true, value: { do: "pass", pass: { code } } };
}

/** The greeting, to the letter of the article. */
export function greeting(id: string): string {
  return `[Client ${id} is connected!]`;
}

/** A message as a line, or nothing where there is nothing to read: a deleted message, or an event of another kind. */
export function line(event: Event | LogEvent | Message, author: Person): string | undefined {
  if (event.kind !== "send" || event.body === null) return undefined;
  const { me } = event.body;
  // A terminal would obey control characters.
  const text = event.body.text.replace(/(?![\n\t])\p{Cc}/gu, "");
  return me ? `* ${label(author)} ${text}` : `${label(author)}: ${text}`;
}

/** A message as a passage of Markdown, or nothing where there is nothing to read. Its words are Markdown as they are. */
export function passage(event: Event | LogEvent | Message, author: Person): string | undefined {
  if (event.kind !== "send" || event.body === null) return undefined;
  const name = label(author).replace(/[\\`*_[\]<>#]/gu, "\\$&");
  const when = new Date(event.at).toISOString().slice(0, 16).replace("T", " ");
  const answers = event.replyTo === undefined ? "" : ` · answers ${event.replyTo}`;
  const text = event.body.text.replace(/(?![\n\t])\p{Cc}/gu, "");
  return `**${name}** · ${when} UTC · ${event.seq}${answers}\n\n${event.body.me ? `*${name}* ${text}` : text}\n`;
}

/** Lines one under the other. Where one has breaks of its own, what follows must not look like somebody else's line. */
export function sheet(lines: readonly string[]): string {
  return lines.map((each) => `${each.replaceAll("\n", "\n  ")}\n`).join("");
}

/** Answers to commands, one bracketed line each. */
export const say = {
  refused: ({ code, retryAfter, reason }: Refusal) => {
    const again = retryAfter === undefined ? [] : [`Again in ${retryAfter} s.`];
    return `[${[sentences[code], ...again, ...(reason === undefined ? [] : [reason])].join(" ")}]`;
  },
  named: (person: Person) => `[You are ${label(person)}.]`,
  who: (count: number, people: Person[]) => `[${count} here: ${people.map(label).join(", ")}]`,
  topic: (topic: string) => (topic === "" ? "[No topic.]" : `[Topic: ${topic}]`),
  passNeeded: () => "[This room asks for its passcode: /pass and the code.]",
  passed: () => "[Come in.]",
  nothing: () => "[Nothing was said here yet.]",
  notFound: (whole: boolean) => (whole ? "[Nobody said that.]" : "[Nothing among the latest messages.]"),
  help: () =>
    "[/name Ann · /who · /topic New topic · /history 20 · /find words · /me waves · //text to start with a slash]",
};
