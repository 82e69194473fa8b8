// Which browsers are to be told of what is said here while nobody looks, and how far they were: the pushes and the pushed table
// and nothing else.

import type { Subscription, Wanted } from "../protocol/push.ts";
import { MEMBER_PUSHES, ROOM_PUSHES } from "./abuse.ts";
import type { Database } from "./database.ts";
import { fewRows } from "./few-rows.ts";

/** A member's browser, as the room knows it. */
export interface Subscribed {
  endpoint: string;
  member: string;
  p256dh: string;
  auth: string;
  choice: Wanted;
  /** When it was first said, in ms since 1970. */
  since: number;
  /** Up to which seq it was told, where that is not as far as the round. */
  told: number;
  /** How often the push service has failed since, and when it is tried again, in ms; 0 where it hasn't. */
  tries: number;
  due: number;
}

/** Everybody is told by and by: of all after `seq`, up to `upto`, and so far it were those up to this endpoint. */
export interface Round {
  seq: number;
  upto: number;
  at: string;
}

export interface Pushes {
  /** All of them, by endpoint. */
  list(): readonly Subscribed[];
  readonly round: Round;
  /** Takes one in at `now` (ms), in a log that stands at `head`; of too many of one member's the oldest goes. Says whether there was room. */
  add(member: string, subscription: Subscription, now: number, head: number): boolean;
  remove(member: string, endpoint: string): void;
  /** The member has left, or may not come in. */
  removeAll(member: string): void;
  /** The push service knows it no more. */
  drop(endpoint: string): void;
  /** How a subscription stands, and how far the round is. Runs inside a transaction. */
  set(endpoint: string, state: Pick<Subscribed, "told" | "tries" | "due">): void;
  setRound(round: Round): void;
  /** Forgets what is remembered of rows, after a transaction that was rolled back. */
  reread(): void;
}

/** The subscriptions that this database holds. There are no tables before the first, and a room without any pays nothing. */
export function openPushes(database: Database): Pushes {
  const asIs = (row: Subscribed & Record<string, string | number>): Subscribed[] => [row];
  const { all: list, became } = fewRows(database, "pushes", "endpoint", asIs);
  let round: Round | undefined;

  function make(head: number): void {
    if (database.has("pushes")) return;
    database.all(
      `CREATE TABLE pushes (
        endpoint TEXT PRIMARY KEY,
        member TEXT NOT NULL,
        p256dh TEXT NOT NULL,
        auth TEXT NOT NULL,
        choice TEXT NOT NULL,
        since INTEGER NOT NULL,
        told INTEGER NOT NULL,
        tries INTEGER NOT NULL DEFAULT 0,
        due INTEGER NOT NULL DEFAULT 0
      ) WITHOUT ROWID`,
    );
    database.all("CREATE TABLE pushed (seq INTEGER NOT NULL, upto INTEGER NOT NULL, at TEXT NOT NULL)");
    database.all("INSERT INTO pushed (seq, upto, at) VALUES (?, ?, '')", head, head);
  }

  function drop(endpoint: string): void {
    const left = list().filter((each) => each.endpoint !== endpoint);
    database.all("DELETE FROM pushes WHERE endpoint = ?", endpoint);
    became(left);
  }

  return {
    list,
    get round() {
      const read = () => database.all<Round & Record<string, string | number>>("SELECT * FROM pushed")[0];
      round ??= (database.has("pushed") ? read() : undefined) ?? { seq: 0, upto: 0, at: "" };
      return round;
    },
    add(member, { endpoint, keys: { p256dh, auth }, choice }, now, head) {
      const all = list();
      const before = all.find((each) => each.endpoint === endpoint);
      const same = before?.member === member && before.p256dh === p256dh && before.auth === auth;
      // Each visit says it again, and writes nothing.
      if (same && before.choice === choice) return true;
      const theirs = all.filter((each) => each.member === member && each !== before);
      const [oldest] = theirs.length < MEMBER_PUSHES ? [] : theirs.toSorted((a, b) => a.since - b.since);
      if (before === undefined && oldest === undefined && all.length >= ROOM_PUSHES) return false;
      make(head);
      if (oldest !== undefined) drop(oldest.endpoint);
      database.all(
        `INSERT OR REPLACE INTO pushes (endpoint, member, p256dh, auth, choice, since, told, tries, due)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        ...[endpoint, member, p256dh, auth, choice],
        ...(same ? [before.since, before.told, before.tries, before.due] : [now, head, 0, 0]),
      );
      became();
      return true;
    },
    remove(member, endpoint) {
      if (list().some((each) => each.endpoint === endpoint && each.member === member)) drop(endpoint);
    },
    removeAll(member) {
      for (const each of list()) if (each.member === member) drop(each.endpoint);
    },
    drop,
    set(endpoint, { told, tries, due }) {
      database.all(
        "UPDATE pushes SET told = ?, tries = ?, due = ? WHERE endpoint = ?",
        ...[told, tries, due, endpoint],
      );
      became(list().map((each) => (each.endpoint === endpoint ? { ...each, told, tries, due } : each)));
    },
    setRound({ seq, upto, at }) {
      database.all("UPDATE pushed SET seq = ?, upto = ?, at = ?", seq, upto, at);
      round = { seq, upto, at };
    },
    reread() {
      became();
      round = undefined;
    },
  };
}
