// The room's log: the events table and nothing else. Only `accept` appends to it.
import type { LogEvent, Logged } from "../protocol/event.ts";
import type { Database } from "./database.ts";
import { exists, migrate } from "./schema.ts";

/** A run of messages: the `limit` before a seq (latest first) or after it (oldest first). */
export type Run = { before: number; limit: number } | { after: number; limit: number };

export interface Log {
  /** The last seq, 0 where nothing was ever said. */
  readonly head: number;
  /** The first seq that is still there. */
  readonly tail: number;
  /** The id of the first event: which log this is. */
  readonly epoch: string;

  /** Adds an op as the next event, making the room where this is its first. Runs inside a transaction. */
  append(op: Logged, by: string, at: number): LogEvent;
  /** Takes the text of a message out of the database: from its own event and from its edits. */
  erase(target: number): void;

  /** The event with this client-minted id. */
  find(id: string): LogEvent | undefined;
  at(seq: number): LogEvent | undefined;
  idAt(seq: number): string | undefined;
  /** Events after a seq, oldest first. */
  since(seq: number, limit: number): LogEvent[];
  /** Send events, in the run's direction. */
  sends(run: Run): LogEvent[];
  /** What changed the messages from one seq to another, oldest first. */
  amendments(from: number, to: number): LogEvent[];

  /** How much changed a message so far: events in all, and the emoji that were ever set on it. */
  burden(target: number): { changes: number; emoji: string[] };

  /** Takes head, tail and epoch from the database again, after a transaction that was rolled back. */
  reread(): void;
}

interface EventRow extends Record<string, string | number | null> {
  seq: number;
  id: string;
  by: string;
  at: number;
  kind: string;
  target: number | null;
  data: string;
}

// What we wrote is what we read: the row's own columns around the JSON of the rest.
function fromRow({ target, data, ...stamp }: EventRow): LogEvent {
  return { ...stamp, ...(target === null ? {} : { target }), ...JSON.parse(data) };
}

/** The log that this database holds. Opening it writes nothing. */
export function openLog(database: Database): Log {
  let head = 0;
  let tail = 0;
  let epoch = "";
  let made = false;

  function reread(): void {
    made = exists(database);
    const [ends] = made
      ? database.all<{ tail: number | null; head: number | null }>(
          // Two questions, for one that asks both reads every row.
          "SELECT (SELECT min(seq) FROM events) AS tail, (SELECT max(seq) FROM events) AS head",
        )
      : [];
    head = ends?.head ?? 0;
    tail = ends?.tail ?? 0;
    epoch = idAt(tail) ?? "";
  }

  function idAt(seq: number): string | undefined {
    return made ? database.all<{ id: string }>("SELECT id FROM events WHERE seq = ?", seq)[0]?.id : undefined;
  }

  function events(where: string, ...bindings: (string | number)[]): LogEvent[] {
    return made ? database.all<EventRow>(`SELECT * FROM events WHERE ${where}`, ...bindings).map(fromRow) : [];
  }

  function at(seq: number): LogEvent | undefined {
    return events("seq = ?", seq)[0];
  }

  function make(): void {
    migrate(database);
    made = true;
  }

  if (exists(database)) database.transaction(() => migrate(database));
  reread();

  return {
    get head() {
      return head;
    },
    get tail() {
      return tail;
    },
    get epoch() {
      return epoch;
    },

    append(op, by, time) {
      if (!made) make();
      const { id, kind, ...rest } = op;
      const { target, ...data } = { target: null, ...rest };
      const seq = head + 1;
      database.all(
        "INSERT INTO events (seq, id, by, at, kind, target, data) VALUES (?, ?, ?, ?, ?, ?, ?)",
        ...[seq, id, by, time, kind, target, JSON.stringify(data)],
      );
      head = seq;
      if (seq === 1) {
        tail = 1;
        epoch = id;
      }
      return { seq, by, at: time, ...op };
    },

    erase(target) {
      database.all(
        `UPDATE events SET data = json_set(data, '$.body', json('null'))
         WHERE seq = ? OR (target = ? AND kind = 'edit')`,
        ...[target, target],
      );
    },

    find: (id) => events("id = ?", id)[0],
    at,
    idAt,
    since: (seq, limit) => events("seq > ? ORDER BY seq LIMIT ?", seq, limit),
    sends: (run) =>
      "before" in run
        ? events("kind = 'send' AND seq < ? ORDER BY seq DESC LIMIT ?", run.before, run.limit)
        : events("kind = 'send' AND seq > ? ORDER BY seq LIMIT ?", run.after, run.limit),
    amendments: (from, to) => events("target BETWEEN ? AND ? ORDER BY seq", from, to),
    burden(target) {
      const rows = database.all<{ emoji: string | null; changes: number }>(
        "SELECT data ->> 'emoji' AS emoji, count(*) AS changes FROM events WHERE target = ? GROUP BY emoji",
        target,
      );
      return {
        changes: rows.reduce((sum, row) => sum + row.changes, 0),
        emoji: rows.flatMap((row) => row.emoji ?? []),
      };
    },
    reread,
  };
}
