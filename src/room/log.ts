// The room's log: the events table and nothing else. Only `accept` appends to it.
import type { LogEvent, Logged } from "../protocol/event.ts";
import { MESSAGE_MARKS } from "../protocol/limits.ts";
import type { Database } from "./database.ts";
import { exists, migrate } from "./schema.ts";

/** A run of messages: the `limit` before a seq (latest first) or after it (oldest first). */
export type Run = { before: number; limit: number } | { after: number; limit: number };

export interface Log {
  /** The last seq, 0 where nothing was ever said. */
  readonly head: number;
  /** The first seq that is still there; head + 1 where the time of all that was said is over. */
  readonly tail: number;
  /** The id of the first event: which log this is. */
  readonly epoch: string;

  /** Adds an op as the next event, making the room where this is its first. Runs inside a transaction. */
  append(op: Logged, by: string, at: number): LogEvent;
  /** Takes the text of a message out of the database: from its own event and from its edits. */
  erase(target: number): void;

  /** The same of all that somebody has said so far, and whether there is any of it. Both read every row. */
  eraseBy(author: string): void;
  hasTextOf(author: string): boolean;
  /** Puts this name where somebody has chosen one so far. Reads every row. */
  renameBy(author: string, name: string): void;
  /**
   * Takes away the oldest events, those from before a time (ms), at most so many. The last one stays, without its content: a
   * seq must never be given twice. Says whether the tail has moved. Runs inside a transaction.
   */
  cut(before: number, most: number): boolean;
  /** When the oldest event is from that has anything to be taken away, in ms. */
  readonly oldest: number | undefined;

  /** The event with this client-minted id. */
  find(id: string): LogEvent | undefined;
  at(seq: number): LogEvent | undefined;
  idAt(seq: number): string | undefined;
  /** Events after a seq, oldest first. */
  since(seq: number, limit: number): LogEvent[];
  /** What a member did, and what was done about them, oldest first. Reads every row. */
  of(member: string): LogEvent[];
  /** Send events, in the run's direction. */
  sends(run: Run): LogEvent[];
  /** What changed the messages from one seq to another, oldest first. */
  amendments(from: number, to: number): LogEvent[];

  /** What a talk shows between its messages (message.ts), between two seqs, oldest first: the last MESSAGE_MARKS of each. */
  marks(after: number, before: number): LogEvent[];

  /** How much changed a message so far: events in all, and the emoji that were ever set on it. */
  burden(target: number): { changes: number; emoji: string[] };

  /**
   * Remembers where the log stands, before a transaction. The returned function goes back there where that was rolled back,
   * without the database: whatever made it fail may last.
   */
  mark(): () => void;
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

/** What is left of the last event when its time is over: its place. */
const EMPTY = '{"body":null,"over":true}';

/** Rows of somebody's that have a text. A row that is written is paid for, though nothing changes in it. */
const TEXT_OF = "by = ? AND kind IN ('send', 'edit') AND data ->> 'body' IS NOT NULL";

/**
 * What a talk shows between its messages, between two seqs: of each gap the last so many, as `withMark` keeps them. Counting
 * the messages tells the gaps apart.
 */
const MARKS = `
  WITH numbered AS (
    SELECT *, sum(kind = 'send') OVER (ORDER BY seq) AS gap FROM events
    WHERE seq > ? AND seq < ? AND target IS NULL AND kind <> 'rename'
  ), ranked AS (
    SELECT *, row_number() OVER (PARTITION BY gap ORDER BY seq DESC) AS place FROM numbered WHERE kind <> 'send'
  )
  SELECT seq, id, by, at, kind, target, data FROM ranked WHERE place <= ? ORDER BY seq`;

// What we wrote is what we read: the row's own columns around the JSON of the rest.
function fromRow({ target, data, ...stamp }: EventRow): LogEvent {
  return { ...stamp, ...(target === null ? {} : { target }), ...JSON.parse(data) };
}

/** The log that this database holds. Opening it writes nothing. */
export function openLog(database: Database): Log {
  let head = 0;
  /** The first row, and the first that has not been emptied: they differ by one at most. */
  let first = 0;
  let tail = 0;
  let epoch = "";
  let made = false;
  /** As `Log.oldest`, once it was asked for. */
  let oldest: { at: number | undefined } | undefined;

  function read(): void {
    made = exists(database);
    const [ends] = made
      ? database.all<{ tail: number | null; head: number | null }>(
          // Two questions, for one that asks both reads every row.
          "SELECT (SELECT min(seq) FROM events) AS tail, (SELECT max(seq) FROM events) AS head",
        )
      : [];
    head = ends?.head ?? 0;
    first = ends?.tail ?? 0;
    const [row] = made ? database.all<EventRow>("SELECT * FROM events WHERE seq = ?", first) : [];
    tail = row?.data === EMPTY ? first + 1 : first;
    epoch = (first > 1 ? cutFrom() : row?.id) ?? "";
  }

  function cutFrom(): string | undefined {
    return database.all<{ epoch: string }>("SELECT epoch FROM cut")[0]?.epoch;
  }

  function firstFull(): number | undefined {
    return made ? database.all<{ at: number }>("SELECT at FROM events WHERE seq = ?", tail)[0]?.at : undefined;
  }

  /** Takes the content of an event, and leaves its place. */
  function empty(seq: number): void {
    database.all("UPDATE events SET data = ?, target = NULL WHERE seq = ?", EMPTY, seq);
  }

  function cutRows(until: number): void {
    // The epoch is the id of the first event, which goes.
    database.all("CREATE TABLE IF NOT EXISTS cut (epoch TEXT NOT NULL)");
    if (first === 1) database.all("INSERT INTO cut (epoch) VALUES (?)", epoch);
    database.all("DELETE FROM events WHERE seq < ?", until);
    first = until;
  }

  function idAt(seq: number): string | undefined {
    return made ? database.all<{ id: string }>("SELECT id FROM events WHERE seq = ?", seq)[0]?.id : undefined;
  }

  function events(where: string, ...bindings: (string | number)[]): LogEvent[] {
    return made ? database.all<EventRow>(`SELECT * FROM events WHERE ${where}`, ...bindings).map(fromRow) : [];
  }

  function at(seq: number): LogEvent | undefined {
    return seq < tail ? undefined : events("seq = ?", seq)[0];
  }

  function make(): void {
    migrate(database);
    made = true;
  }

  if (exists(database)) database.transaction(() => migrate(database));
  read();

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
      if (oldest?.at === undefined) oldest = undefined;
      if (seq === 1) {
        first = tail = 1;
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

    eraseBy(author) {
      database.all(`UPDATE events SET data = json_set(data, '$.body', json('null')) WHERE ${TEXT_OF}`, author);
    },
    hasTextOf: (author) => made && database.all(`SELECT 1 FROM events WHERE ${TEXT_OF} LIMIT 1`, author).length > 0,

    renameBy(author, name) {
      // One whose time is over has none.
      const named = "by = ? AND kind = 'rename' AND data ->> 'name' IS NOT NULL";
      database.all(`UPDATE events SET data = json_set(data, '$.name', ?) WHERE ${named}`, name, author);
    },

    cut(before, most) {
      const [kept] = database.all<{ seq: number }>("SELECT seq FROM events WHERE at >= ? ORDER BY seq LIMIT 1", before);
      const until = Math.min(kept?.seq ?? head, first + most, head);
      const nothingLeft = kept === undefined && until === head;
      if (nothingLeft) empty(head);
      if (until > first) cutRows(until);
      const was = tail;
      tail = nothingLeft ? head + 1 : Math.max(tail, until);
      oldest = undefined;
      return tail > was;
    },
    get oldest() {
      oldest ??= { at: firstFull() };
      return oldest.at;
    },

    find: (id) => events("id = ?", id)[0],
    at,
    idAt,
    since: (seq, limit) => events("seq > ? ORDER BY seq LIMIT ?", seq, limit),
    of: (member) => events("seq >= ? AND (by = ? OR data ->> 'who' = ?) ORDER BY seq", tail, member, member),
    sends: (run) =>
      "before" in run
        ? events("kind = 'send' AND seq >= ? AND seq < ? ORDER BY seq DESC LIMIT ?", tail, run.before, run.limit)
        : events("kind = 'send' AND seq >= ? AND seq > ? ORDER BY seq LIMIT ?", tail, run.after, run.limit),
    amendments: (from, to) => events("target BETWEEN ? AND ? ORDER BY seq", from, to),
    marks: (after, before) => (made ? database.all<EventRow>(MARKS, after, before, MESSAGE_MARKS).map(fromRow) : []),
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
    mark() {
      const was = { made, head, first, tail, epoch };
      return () => {
        ({ made, head, first, tail, epoch } = was);
        oldest = undefined;
      };
    },
  };
}
