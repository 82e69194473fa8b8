// Answers to questions about history, over the socket and over HTTP.
import type { LogEvent, Message } from "../protocol/event.ts";
import { PAGE_MESSAGES } from "../protocol/limits.ts";
import type { Person } from "../protocol/person.ts";
import type { History, Search } from "../protocol/up.ts";
import { authorsOf, type Core, people } from "./core.ts";
import { linesOf, markdownOf } from "./lines.ts";
import { mentioned, readPage } from "./pages.ts";
import { search } from "./search.ts";
import type { Session } from "./session.ts";
import { batch } from "./welcome.ts";

/** Answers `ask`: messages as they are now, before a seq or after it. */
export function answerHistory(core: Core, session: Session, ref: number, { before, after, limit }: History): void {
  const run = after === undefined ? { before: before ?? core.log.head + 1, limit } : { after, limit };
  const { page, more } = readPage(core.log, run);
  session.link.send(JSON.stringify({ type: "answer", ref, page, people: people(core, mentioned(page)), more }));
}

/** Answers `search`: messages that hold the words. */
export function answerSearch(core: Core, session: Session, ref: number, asked: Search): void {
  const { hits, reached, more } = search(core.log, asked);
  const answer = { type: "answer", ref, page: hits, people: people(core, mentioned(hits)), more, reached };
  session.link.send(JSON.stringify(answer));
}

/** Where a reader over HTTP stands. Without an epoch the seq is taken at its word. */
export interface Since {
  seq: number;
  epoch?: string;
}

/** What a GET asks for: the events after a place, or the page before one, or, without either, the latest; how many at most. */
export interface Asked {
  since?: Since;
  before?: number;
  limit?: number;
  /** As Markdown too. */
  markdown?: true;
}

/** What a GET reads: the latest messages, or the events after a place, or, where that is unknown, `reset`. */
export interface Reader {
  epoch: string;
  head: number;
  tail: number;
  /** `epoch.seq`: where to read on from. */
  cursor: string;
  /** Of events, the id of the one at the cursor: with it somebody resumes from there. */
  last?: string;
  people: Person[];
  /** The same as lines, for who asked for text. */
  lines: string[];
  /** The same as Markdown, for who asked for that. */
  markdown?: string;
  /** As `Message` and `LogEvent` have them: whoever asked gets them as JSON, and nobody in between reads them. */
  messages?: object[];
  /** As the messages are now, so is the topic; `events` tell how it changes. */
  topic?: string;
  reset?: true;
  events?: object[];
  more?: boolean;
}

/** Reads the room for a GET, and writes nothing. */
export function readRoom(core: Core, { since, before, limit, markdown }: Asked): Reader {
  const { log, settings } = core;
  const { epoch, head, tail } = log;
  const as = (messages: readonly (LogEvent | Message)[]) => ({
    lines: linesOf(core, messages),
    ...(markdown && { markdown: markdownOf(core, messages) }),
  });
  if (since !== undefined && goesOn(core, since)) {
    const events = batch(log, since.seq, limit);
    const { seq, id } = events.at(-1) ?? { seq: since.seq, id: log.idAt(since.seq) ?? "" };
    const authors = authorsOf(core, events);
    const place = { epoch, head, tail, cursor: `${epoch}.${seq}`, last: id };
    return { ...place, people: authors, ...as(events), events, more: seq < head };
  }
  const { page, more } = readPage(log, { before: before ?? head + 1, limit: limit ?? PAGE_MESSAGES });
  const latest = { epoch, head, tail, cursor: `${epoch}.${head}`, people: people(core, mentioned(page)), ...as(page) };
  if (before !== undefined) return { ...latest, messages: page, more };
  return { ...latest, topic: settings.topic, messages: page, ...(since !== undefined && { reset: true }) };
}

function goesOn({ log }: Core, { seq, epoch = log.epoch }: Since): boolean {
  return epoch === log.epoch && seq <= log.head && seq >= log.tail - 1;
}
