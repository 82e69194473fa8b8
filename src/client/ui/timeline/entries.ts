// Messages as the timeline shows them: as they will be when all that I have asked for is in the log.
import type { Event, Message } from "../../../protocol/event.ts";
import { amend } from "../../../protocol/message.ts";
import type { Pending } from "../../state.ts";

export interface Entry {
  key: string;
  /** Its seq is 0 while it is not in the log. */
  message: Message;
  /** `waiting` until the room has it and all that I did to it; `going` while its deletion can be undone. */
  fate: "sent" | "waiting" | "failed" | "going";
  /** What I tried to do with it and the room refused. */
  failed: readonly Pending[];
}

type Targeted = Extract<Pending["op"], { target: number }>;

/** What the timeline shows of a talk. */
export interface Shown {
  messages: readonly Message[];
  pending: readonly Pending[];
  me: string;
  /** My unsent messages stand after these: they are the latest. */
  latest: boolean;
  /** Seqs of those that I have just deleted. */
  going: ReadonlySet<number>;
}

/** The messages and then my unsent ones, each as it will be when all my ops are in the log. */
export function entriesOf({ messages, pending, me, latest, going }: Shown): Entry[] {
  const about = Map.groupBy(pending, ({ op }) => ("target" in op ? op.target : 0));
  const entries = messages.map((message) => {
    if (going.has(message.seq)) return entry(message, "going");
    return withMine(message, about.get(message.seq) ?? [], me);
  });
  for (const each of latest ? (about.get(0) ?? []) : []) {
    if (each.op.kind !== "send") continue;
    const message: Message = { ...each.op, seq: 0, by: me, at: each.at };
    entries.push(entry(message, each.status, each.status === "failed" ? [each] : []));
  }
  return entries;
}

// An entry that did not change is the same object, so that its row need not be drawn again.
const known = new WeakMap<Message, Entry>();

function asSent(message: Message): Entry {
  const sent = known.get(message) ?? entry(message, "sent");
  known.set(message, sent);
  return sent;
}

function entry(message: Message, fate: Entry["fate"], failed: readonly Pending[] = []): Entry {
  return { key: message.id, message, fate, failed };
}

function withMine(message: Message, mine: readonly Pending[], me: string): Entry {
  if (mine.length === 0) return asSent(message);
  let after = message;
  let fate: Entry["fate"] = "sent";
  for (const { op, at, status } of mine) {
    if (status === "failed" || !("target" in op)) continue;
    after = amend(after, asEvent(op, me, at));
    // A reaction is too small to dim a whole message for.
    if (op.kind !== "react") fate = "waiting";
  }
  return entry(
    after,
    fate,
    mine.filter(({ status }) => status === "failed"),
  );
}

function asEvent(op: Targeted, by: string, at: number): Event {
  return { ...op, seq: op.target, by, at };
}

/** Whether this stands in the log with something to read, so that one can answer it. */
export function canAnswer({ message, fate }: Entry): boolean {
  return message.seq > 0 && message.body !== null && fate !== "going";
}

/** Whether this is a message of mine that stands in the log. */
export function canEdit({ message, fate }: Entry, me: string): boolean {
  return message.by === me && message.seq > 0 && message.body !== null && fate === "sent";
}

/** The last message of mine, if it can be edited. While it is on its way, an older one is not what is meant. */
export function lastToEdit(entries: readonly Entry[], me: string): Message | undefined {
  const last = entries.findLast(({ message, fate }) => message.by === me && message.body !== null && fate !== "going");
  return last !== undefined && canEdit(last, me) ? last.message : undefined;
}

/** Whether I set this emoji on the message. */
export function isMine({ reactions = [] }: Message, emoji: string, me: string): boolean {
  return reactions.some((reaction) => reaction.emoji === emoji && reaction.by.includes(me));
}
