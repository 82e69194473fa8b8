// Answers to questions about history, over the socket and over HTTP.
import type { Person } from "../protocol/person.ts";
import type { History, Search } from "../protocol/up.ts";
import { authorsOf, type Core, people } from "./core.ts";
import { linesOf } from "./lines.ts";
import { latestPage, mentioned, readPage } from "./pages.ts";
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

/** What a GET reads: the latest messages, or the events after a place, or, where that is unknown, `reset`. */
export interface Reader {
  epoch: string;
  head: number;
  tail: number;
  /** `epoch.seq`: where to read on from. */
  cursor: string;
  people: Person[];
  /** The same as lines, for who asked for text. */
  lines: string[];
  /** As `Message` and `LogEvent` have them: whoever asked gets them as JSON, and nobody in between reads them. */
  messages?: object[];
  /** As the messages are now, so is the topic; `events` tell how it changes. */
  topic?: string;
  reset?: true;
  events?: object[];
  more?: boolean;
}

/** Reads the room for a GET, and writes nothing. */
export function readRoom(core: Core, since: Since | undefined): Reader {
  const { log, settings } = core;
  const { epoch, head, tail } = log;
  if (since !== undefined && goesOn(core, since)) {
    const events = batch(log, since.seq);
    const last = events.at(-1)?.seq ?? since.seq;
    const authors = authorsOf(core, events);
    const lines = linesOf(core, events);
    return { epoch, head, tail, cursor: `${epoch}.${last}`, people: authors, lines, events, more: last < head };
  }
  const { page } = latestPage(log);
  const lines = linesOf(core, page);
  const latest = { epoch, head, tail, cursor: `${epoch}.${head}`, people: people(core, mentioned(page)), lines };
  return { ...latest, topic: settings.topic, messages: page, ...(since !== undefined && { reset: true }) };
}

function goesOn({ log }: Core, { seq, epoch = log.epoch }: Since): boolean {
  return epoch === log.epoch && seq <= log.head && seq >= log.tail - 1;
}
