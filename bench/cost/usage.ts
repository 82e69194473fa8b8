// What a room uses: the measured rows of each thing that people do, times how often they do it.
import { CREDIT_BYTES, PING_EVERY_MS, ROSTER_PEOPLE } from "../../src/protocol/limits.ts";
import { FRAME_S, FRAMES_A_REQUEST, type Metric, OBJECT_GB, SLEEPY_S } from "./prices.ts";
import type { Scenario } from "./scenarios.ts";

export interface Rows {
  written: number;
  read: number;
}

/** What `measure.ts` finds. */
export interface Measured {
  /** A room's first message; a person's first; another one of theirs; and what changes a message. */
  making: Rows;
  newcomer: Rows;
  message: Rows;
  reaction: Rows;
  edit: Rows;
  /** Somebody new opens a room that is asleep; somebody comes back to one, and has missed nothing. */
  opening: Rows;
  reconnect: Rows;
  /** Saying how far one has read; that one is typing; a ping to a room that falls asleep, or sleeps. */
  read: Rows;
  typing: Rows;
  ping: Rows;
  /** What a message costs beyond its own rows when it wakes the room. */
  waking: Rows;
  /** The same for a further writer after the room has slept: it has to look them up again. */
  recall: Rows;
  /** What a message costs beyond its own rows where it is posted to a webhook. Nobody here has one. */
  delivery: Rows;
  /** And where browsers are told of it. Nobody here asked for that either. */
  push: Rows;
  /** Bytes of a frame that tells the others of an event, of a reader, of somebody who types. */
  heard: { event: number; read: number; typing: number };
  /** Bytes that a message adds to the database. */
  stored: number;
}

/**
 * `published`: the object is billed while it works (FRAME_S a frame), but not "during the brief window before the
 * runtime hibernates it" (Durable Objects "FAQs", 2026-11), and for no ping, which the runtime answers.
 * `cautious`: each frame keeps it billed until it sleeps, as earlier wordings could be read, and pings count as frames:
 * that those are free is said in a footnote on duration, not on requests. Only a bill can say which is true.
 */
export type Model = "published" | "cautious";

export type Usage = Record<Metric, number>;

/** What a room uses in the whole of its days. */
export function usage(scenario: Scenario, measured: Measured, model: Model): Usage {
  const first = day(scenario, measured, model);
  const later = day({ ...scenario, writers: 0 }, measured, model);
  const total = (metric: Metric) => first[metric] + later[metric] * (scenario.days - 1);
  return {
    workerRequests: total("workerRequests"),
    objectRequests: total("objectRequests"),
    rowsWritten: total("rowsWritten"),
    rowsRead: total("rowsRead"),
    gigabyteSeconds: total("gigabyteSeconds"),
  };
}

/** What it uses on its first day, the busiest: that is when people are written down. */
export function day(scenario: Scenario, measured: Measured, model: Model): Usage {
  const { messages, reactions, edits, pages, reconnects, writers, people } = scenario;
  const seconds = scenario.hours * 3600;
  const sockets = pages + reconnects;
  const { reads, typings, gots } = signals(scenario, measured);
  // Each socket says hello, and how far its reader is.
  const frames = 2 * sockets + messages + reactions + edits + reads + typings + gots;
  const pings = Math.floor((people * seconds * 1000) / PING_EVERY_MS);
  const billed = model === "cautious" ? frames + pings : frames;
  const awake = Math.min(seconds, (sockets + frames) * (model === "cautious" ? SLEEPY_S : FRAME_S));
  // A room sleeps after SLEEPY_S of quiet, so it can't be woken more often than that.
  const wakings = Math.min(sockets + frames, seconds / SLEEPY_S);
  const making = Math.min(writers, 1);
  const done: [times: number, rows: Rows][] = [
    [making, measured.making],
    [writers - making, measured.newcomer],
    [messages - writers, measured.message],
    [reactions, measured.reaction],
    [edits, measured.edit],
    [pages, measured.opening],
    [reconnects, measured.reconnect],
    [sockets + reads, measured.read],
    [typings, measured.typing],
    [pings, measured.ping],
    [wakings, measured.waking],
    // As if nobody were ever remembered: neither who acts, nor those whom a welcome names.
    [messages + reactions + edits + sockets * Math.min(people, ROSTER_PEOPLE), measured.recall],
  ];
  const rows = (which: keyof Rows) => done.reduce((sum, [times, each]) => sum + times * each[which], 0);
  return {
    // A page is a request too, for a room's URL is the Worker's; what the page loads is static, and free.
    workerRequests: 2 * pages + reconnects,
    objectRequests: sockets + billed / FRAMES_A_REQUEST,
    rowsWritten: rows("written"),
    rowsRead: rows("read"),
    gigabyteSeconds: awake * OBJECT_GB,
  };
}

/** Frames that carry no op: how far people have read, that they type, and that they got each CREDIT_BYTES. */
function signals({ people, messages, reactions, edits, readers, typing }: Scenario, { heard }: Measured) {
  const events = messages + reactions + edits;
  const reads = events * readers;
  const typings = messages * typing;
  // A crowd is told neither of readers nor of who types.
  const chatter = people > ROSTER_PEOPLE ? 0 : reads * heard.read + typings * heard.typing;
  return { reads, typings, gots: Math.floor((people * (events * heard.event + chatter)) / CREDIT_BYTES) };
}
