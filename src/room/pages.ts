// Pages: messages as they are now, read from the log.
import type { LogEvent, Message } from "../protocol/event.ts";
import { PAGE_BYTES, PAGE_MESSAGES } from "../protocol/limits.ts";
import { amend, withMark } from "../protocol/message.ts";
import { utf8Bytes } from "../protocol/utf8.ts";
import type { Log, Run } from "./log.ts";

export interface Page {
  /** Oldest first, whichever way they were asked for. */
  page: Message[];
  /** There is more in the direction asked for. */
  more: boolean;
}

/** The messages of a run, at most PAGE_MESSAGES and about PAGE_BYTES, but one where there is one. */
export function readPage(log: Log, run: Run): Page {
  const limit = Math.min(run.limit, PAGE_MESSAGES);
  const sends = log.sends({ ...run, limit: limit + 1 });
  const kept: Message[] = [];
  let bytes = 0;
  for (const message of messagesNow(log, sends.slice(0, limit))) {
    bytes += utf8Bytes(JSON.stringify(message));
    if (kept.length > 0 && bytes > PAGE_BYTES) break;
    kept.push(message);
  }
  const page = "before" in run ? kept.reverse() : kept;
  const end = "before" in run ? run.before : (sends[kept.length]?.seq ?? log.head + 1);
  return { page: withMarks(log, page, end), more: kept.length < sends.length };
}

/** A page with what was done in the room between its messages, and between the last of them and `end`. */
function withMarks(log: Log, page: readonly Message[], end: number): Message[] {
  const marks = page[0] === undefined ? [] : log.marks(page[0].seq, end);
  return page.flatMap((message, index) => {
    const next = page[index + 1]?.seq ?? end;
    const own = marks.filter(({ seq }) => seq > message.seq && seq < next);
    return own.reduce(withMark, [message]);
  });
}

/** The latest page. */
export function latestPage(log: Log, limit = PAGE_MESSAGES): Page {
  return readPage(log, { before: log.head + 1, limit });
}

/** Everyone whom a page mentions. */
export function mentioned(page: Message[]): Set<string> {
  return new Set(
    page.flatMap(({ by, reactions = [], marks = [] }) => [
      by,
      ...reactions.flatMap((reaction) => reaction.by),
      ...marks.flatMap((mark) => (typeof mark.who === "string" ? [mark.by, mark.who] : [mark.by])),
    ]),
  );
}

/** The message with this seq as it is now, where it is one. */
export function messageNow(log: Log, seq: number): Message | undefined {
  const event = log.at(seq);
  return event === undefined ? undefined : messagesNow(log, [event])[0];
}

/** Those of the sends that are messages, as they are now. */
export function messagesNow(log: Log, sends: LogEvent[]): Message[] {
  const messages = new Map<number, Message>();
  for (const event of sends) if (event.kind === "send") messages.set(event.seq, event);
  const seqs = [...messages.keys()];
  if (seqs.length === 0) return [];
  for (const event of log.amendments(Math.min(...seqs), Math.max(...seqs))) {
    const message = "target" in event ? messages.get(event.target) : undefined;
    if (message !== undefined) messages.set(message.seq, amend(message, event));
  }
  return [...messages.values()];
}
