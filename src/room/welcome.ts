// What a session is told at its hello, and how what it missed is replayed: whole, or `reset`, never in part.
import type { LogEvent } from "../protocol/event.ts";
import { BATCH_BYTES, BATCH_EVENTS } from "../protocol/limits.ts";
import type { Hello } from "../protocol/up.ts";
import { utf8Bytes } from "../protocol/utf8.ts";
import { authorsOf, type Core, people, personOf } from "./core.ts";
import type { Log } from "./log.ts";
import { latestPage, mentioned } from "./pages.ts";
import type { Session } from "./session.ts";

/** Welcomes a session: with what it missed if its cursor stands in this log, else with the latest page. */
export function welcome(core: Core, session: Session, hello: Hello): void {
  const { log, name, settings } = core;
  const resumes = hello.cursor !== undefined && continues(log, hello);
  const cursor = resumes ? (hello.cursor ?? 0) : log.head;
  session.remember({ stage: { is: "behind", sent: cursor } });
  core.roster.enter(session);
  const you = personOf(core, session.memory.person);
  const me = core.members.at(you.member);
  const role = me?.role ?? "guest";
  session.link.send(
    JSON.stringify({
      type: "welcome",
      you: { ...you, role, ...(role === "guest" && me?.noted === false && { demoted: true }) },
      room: { name, topic: settings.topic, rules: settings.rules },
      epoch: log.epoch,
      head: log.head,
      tail: log.tail,
      last: log.idAt(log.head) ?? "",
      reset: hello.cursor !== undefined && !resumes,
      roster: core.roster.shown((each) => personOf(core, each.memory.person)),
      ...(resumes ? {} : latest(core)),
    }),
  );
  replay(core, session, cursor);
}

function latest(core: Core) {
  const { page, more } = latestPage(core.log);
  return { page, people: people(core, mentioned(page)), more };
}

/** Whether the log goes on from where this client stands. A restored backup keeps its epoch, hence `last`. */
function continues(log: Log, { cursor = 0, epoch = "", last }: Hello): boolean {
  // Before the first event there is no epoch yet: who stood there is at the beginning of any log that is whole.
  if (cursor === 0) return log.tail <= 1 && (epoch === "" || epoch === log.epoch);
  return epoch === log.epoch && cursor >= log.tail - 1 && cursor <= log.head && log.idAt(cursor) === last;
}

/**
 * Sends the next batch of what a session missed, once it has got the last one, which ended at `got`.
 * The batch that reaches the head makes it live: from there on it hears each turn.
 */
export function replay(core: Core, session: Session, got: number): void {
  const { stage } = session.memory;
  if (stage.is !== "behind" || got !== stage.sent) return;
  const events = batch(core.log, stage.sent);
  const sent = events.at(-1)?.seq ?? stage.sent;
  const more = sent < core.log.head;
  session.remember({ stage: more ? { is: "behind", sent } : { is: "live" } });
  core.told.startOver();
  session.received = core.traffic.parlor.total;
  if (events.length === 0) return;
  const authors = authorsOf(core, events);
  session.link.send(JSON.stringify({ type: "events", events, people: authors, ...(more && { more }) }));
}

/** Events after a seq, oldest first: at most BATCH_EVENTS and about BATCH_BYTES, but one where there is one. */
export function batch(log: Log, after: number, most = BATCH_EVENTS): LogEvent[] {
  const events = log.since(after, Math.min(most, BATCH_EVENTS));
  let bytes = 0;
  const full = events.findIndex((event) => {
    bytes += utf8Bytes(JSON.stringify(event));
    return bytes > BATCH_BYTES;
  });
  return full > 0 ? events.slice(0, full) : events.slice(0, full === 0 ? 1 : undefined);
}
