// Answers to questions about history, over the socket and over HTTP.
import type { Event, Message } from "../protocol/event.ts";
import { BATCH_EVENTS } from "../protocol/limits.ts";
import type { Person } from "../protocol/person.ts";
import type { History } from "../protocol/up.ts";
import { type Core, people } from "./core.ts";
import { linesOf } from "./lines.ts";
import { latestPage, mentioned, readPage } from "./pages.ts";
import type { Session } from "./session.ts";

/** Answers `ask`: messages as they are now, before a seq or after it. */
export function answerHistory(core: Core, session: Session, ref: number, { before, after, limit }: History): void {
  const run = after === undefined ? { before: before ?? core.log.head + 1, limit } : { after, limit };
  const { page, more } = readPage(core.log, run);
  session.link.send(JSON.stringify({ type: "answer", ref, page, people: people(core, mentioned(page)), more }));
}

/** Where a reader over HTTP stands. Without an epoch the seq is taken at its word. */
export interface Since {
  seq: number;
  epoch?: string;
}

interface Reading {
  epoch: string;
  head: number;
  tail: number;
  people: Person[];
  /** The same as lines, for who asked for text. */
  lines: string[];
}

/** What a GET reads: the latest messages, or the events after a place, or why there are none. Writes nothing. */
export type Reader = (Reading & { messages: Message[]; reset?: true }) | (Reading & { events: Event[]; more: boolean });

/** Reads the room for a GET. A place that the log does not go on from gives the latest page, and says `reset`. */
export function readRoom(core: Core, since: Since | undefined): Reader {
  const { log } = core;
  const { epoch, head, tail } = log;
  if (since !== undefined && goesOn(core, since)) {
    const events = log.since(since.seq, BATCH_EVENTS);
    const more = (events.at(-1)?.seq ?? head) < head;
    const authors = people(
      core,
      events.map((event) => event.by),
    );
    return { epoch, head, tail, people: authors, lines: linesOf(core, events), events, more };
  }
  const { page } = latestPage(log);
  const reading = {
    epoch,
    head,
    tail,
    people: people(core, mentioned(page)),
    lines: linesOf(core, page),
    messages: page,
  };
  return since === undefined ? reading : { ...reading, reset: true };
}

function goesOn({ log }: Core, { seq, epoch = log.epoch }: Since): boolean {
  return epoch === log.epoch && seq <= log.head && seq >= log.tail - 1;
}
