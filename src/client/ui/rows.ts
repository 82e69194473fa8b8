// What the timeline shows, as a list: messages as my unsent ops will make them, grouped, with days and "new" between.
import type { Event, Message } from "../../protocol/event.ts";
import { amend } from "../../protocol/message.ts";
import type { Pending } from "../state.ts";
import { dayOf } from "./when.ts";

/** Messages of one author within this time stand under one name. */
export const GROUP_MS = 5 * 60_000;

export interface Line {
  is: "line";
  key: string;
  /** Its seq is 0 while it is not in the log. */
  message: Message;
  /** It opens a group and shows its author. */
  opens: boolean;
  /** `waiting` until the room has it and all that I did to it. */
  fate: "sent" | "waiting" | "failed";
  /** What I tried to do with it and the room refused. */
  failed: readonly Pending[];
}

export type Row = Line | { is: "day"; key: string; at: number } | { is: "unread"; key: string };

type Targeted = Extract<Pending["op"], { target: number }>;

/** The messages and then my unsent ones, each as it will be when all my ops are in the log. */
export function linesOf(messages: readonly Message[], pending: readonly Pending[], me: string): Line[] {
  const about = Map.groupBy(pending, ({ op }) => ("target" in op ? op.target : 0));
  const lines = messages.map((message) => withMine(message, about.get(message.seq) ?? [], me));
  for (const each of about.get(0) ?? []) {
    if (each.op.kind !== "send") continue;
    const message: Message = { ...each.op, seq: 0, by: me, at: each.at };
    lines.push(plain(message, each.status, each.status === "failed" ? [each] : []));
  }
  return lines;
}

// A line that did not change is the same object, so that its row need not be drawn again.
const asSent = kept((message: Message) => plain(message, "sent", []));
const joined = kept((line: Line): Line => ({ ...line, opens: false }));

function kept<K extends object, V>(make: (from: K) => V): (from: K) => V {
  const known = new WeakMap<K, V>();
  return (from) => {
    const value = known.get(from) ?? make(from);
    known.set(from, value);
    return value;
  };
}

function plain(message: Message, fate: Line["fate"], failed: readonly Pending[]): Line {
  return { is: "line", key: message.id, message, opens: true, fate, failed };
}

function withMine(message: Message, mine: readonly Pending[], me: string): Line {
  if (mine.length === 0) return asSent(message);
  let after = message;
  let fate: Line["fate"] = "sent";
  for (const { op, at, status } of mine) {
    if (status === "failed" || !("target" in op)) continue;
    after = amend(after, asEvent(op, me, at));
    // A reaction is too small to dim a whole message for.
    if (op.kind !== "react") fate = "waiting";
  }
  return plain(
    after,
    fate,
    mine.filter(({ status }) => status === "failed"),
  );
}

function asEvent(op: Targeted, by: string, at: number): Event {
  return { ...op, seq: op.target, by, at };
}

/** What was refused and is told of by none of these rows: its message is not drawn, or it is not about one. */
export function refusedElsewhere(pending: readonly Pending[], rows: readonly Row[]): Pending[] {
  const told = new Set(rows.flatMap((row) => (row.is === "line" ? row.failed : [])));
  return pending.filter((each) => each.status === "failed" && !told.has(each));
}

/** Whether this is a message of mine that stands in the log. */
export function canEdit({ message, fate }: Line, me: string): boolean {
  return message.by === me && message.seq > 0 && message.body !== null && fate === "sent";
}

/** The last message of mine, if it can be edited. While it is on its way, an older one is not what is meant. */
export function lastToEdit(lines: readonly Line[], me: string): Message | undefined {
  const last = lines.findLast(({ message }) => message.by === me && message.body !== null);
  return last !== undefined && canEdit(last, me) ? last.message : undefined;
}

/** The rows to draw. `unreadAfter` is the last seq that was seen, where there is something newer by somebody else. */
export function rowsOf(lines: readonly Line[], me: string, unreadAfter: number | undefined): Row[] {
  const rows: Row[] = [];
  let before: Line | undefined;
  let marked = unreadAfter === undefined;
  for (const line of lines) {
    const { seq, at, by } = line.message;
    let opens = before === undefined || !sameGroup(before.message, line.message);
    if (before === undefined || dayOf(before.message.at) !== dayOf(at)) {
      rows.push({ is: "day", key: `day ${dayOf(at)} ${line.key}`, at });
      opens = true;
    }
    if (!marked && seq > (unreadAfter ?? 0) && by !== me) {
      rows.push({ is: "unread", key: "unread" });
      marked = opens = true;
    }
    rows.push(opens ? line : joined(line));
    before = line;
  }
  return rows;
}

function sameGroup(before: Message, after: Message): boolean {
  const spoken = !before.body?.me && !after.body?.me && after.replyTo === undefined;
  return spoken && before.by === after.by && after.at - before.at < GROUP_MS;
}
