// The timeline row by row: messages grouped by author, with the days and the "new" line between them.
import type { Message } from "../../../protocol/event.ts";
import type { Pending } from "../../state.ts";
import type { Entry } from "./entries.ts";
import { dayOf } from "./when.ts";

/** Messages of one author within this time stand under one name. */
export const GROUP_MS = 5 * 60_000;

/** A message; `opens` a group and shows its author, or goes on in it. */
export interface MessageRow {
  is: "message";
  key: string;
  entry: Entry;
  opens: boolean;
}

export type Row = MessageRow | { is: "day"; key: string; at: number } | { is: "unread"; key: string };

/**
 * The rows to draw. `unread` is the key of the first message that was not seen, where there is one; `above` is what stands
 * before the first of these: when it comes to be drawn, nothing below it changes.
 */
export function rowsOf(entries: readonly Entry[], unread: string | undefined, above?: Entry): Row[] {
  const rows: Row[] = [];
  let before = above?.message;
  for (const entry of entries) {
    const { message } = entry;
    let opens = before === undefined || !sameGroup(before, message);
    if (before === undefined || dayOf(before.at) !== dayOf(message.at)) {
      rows.push({ is: "day", key: `day ${dayOf(message.at)} ${entry.key}`, at: message.at });
      opens = true;
    }
    if (entry.key === unread) {
      rows.push({ is: "unread", key: "unread" });
      opens = true;
    }
    rows.push(opens ? opening(entry) : joined(entry));
    before = message;
  }
  return rows;
}

// The row of an entry that did not change is the same object, and is not drawn again.
const opening = kept((entry) => ({ is: "message", key: entry.key, entry, opens: true }));
const joined = kept((entry) => ({ is: "message", key: entry.key, entry, opens: false }));

function kept(make: (entry: Entry) => MessageRow): (entry: Entry) => MessageRow {
  const known = new WeakMap<Entry, MessageRow>();
  return (entry) => {
    const row = known.get(entry) ?? make(entry);
    known.set(entry, row);
    return row;
  };
}

/**
 * The first message of somebody else's after the last seq that was seen. While `older` ones are not loaded, and it is the
 * first that is, nobody knows whether it is.
 */
export function firstUnread(entries: readonly Entry[], me: string, seen: number, older: boolean): string | undefined {
  const index = entries.findIndex(({ message }) => message.seq > seen && message.by !== me);
  const first = entries[index];
  if (index === 0 && older && (first?.message.seq ?? 0) > seen + 1) return undefined;
  return first?.key;
}

/** Whether a message goes on in the group of the one before it. */
export function sameGroup(before: Message, after: Message): boolean {
  const spoken = !before.body?.me && !after.body?.me && after.replyTo === undefined;
  return spoken && before.by === after.by && before.marks === undefined && after.at - before.at < GROUP_MS;
}

/** What was refused and is told of by none of these rows: its message is not drawn, or it is not about one. */
export function refusedElsewhere(pending: readonly Pending[], rows: readonly Row[]): Pending[] {
  const told = new Set(rows.flatMap((row) => (row.is === "message" ? row.entry.failed : [])));
  return pending.filter((each) => each.status === "failed" && !told.has(each));
}
