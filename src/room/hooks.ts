// The outgoing webhooks of a room, and how far each has been told: the hooks table and nothing else. The log is their queue.
import * as v from "valibot";
import { TELLS, type To } from "../protocol/hook.ts";
import type { Database } from "./database.ts";
import { fewRows } from "./few-rows.ts";

/** What came of telling one event, at a time (ms since 1970): the status of the answer, or why there was none. */
export const Delivery = v.object({
  seq: v.number(),
  at: v.number(),
  status: v.union([v.number(), v.picklist(["timeout", "unreachable", "bad_address"])]),
  /** How long the answer took, in ms, and which try this was. */
  ms: v.number(),
  tries: v.number(),
  /** The message that the answer became, or the code of why it became none. */
  said: v.optional(v.number()),
  unsaid: v.optional(v.string()),
});
export type Delivery = v.InferOutput<typeof Delivery>;

export interface Hook extends To {
  member: string;
  /** All up to this seq was told. */
  cursor: number;
  /** How often the next was tried, when it is tried again and when it first was, in ms since 1970; else 0. */
  tries: number;
  due: number;
  since: number;
  paused: boolean;
  /** The latest, oldest first. */
  last: readonly Delivery[];
}

export interface Hooks {
  list(): readonly Hook[];
  at(member: string): Hook | undefined;
  /** Takes one in, which is told what comes after a seq. Runs inside the op's transaction. */
  add(member: string, to: To, cursor: number): void;
  /** Changes how one stands: one row. */
  change(member: string, changes: Partial<Omit<Hook, keyof To | "member">>): void;
  remove(member: string): void;
  /** Forgets what is remembered of rows, after a transaction that was rolled back. */
  reread(): void;
}

interface HookRow extends Record<string, string | number> {
  member: string;
  url: string;
  secret: string;
  tells: string;
  cursor: number;
  tries: number;
  due: number;
  since: number;
  paused: number;
  last: string;
}

/** The hooks that this database holds. There is no table before the first, and a room without any pays nothing. */
export function openHooks(database: Database): Hooks {
  const { all, became } = fewRows(database, "hooks", "member", fromRow);
  const at = (member: string) => all().find((hook) => hook.member === member);

  return {
    list: all,
    at,
    add(member, { url, secret, tells }, cursor) {
      database.all(
        `CREATE TABLE IF NOT EXISTS hooks (
          member TEXT PRIMARY KEY,
          url TEXT NOT NULL,
          secret TEXT NOT NULL,
          tells TEXT NOT NULL,
          cursor INTEGER NOT NULL,
          tries INTEGER NOT NULL DEFAULT 0,
          due INTEGER NOT NULL DEFAULT 0,
          since INTEGER NOT NULL DEFAULT 0,
          paused INTEGER NOT NULL DEFAULT 0,
          last TEXT NOT NULL DEFAULT '[]'
        ) WITHOUT ROWID`,
      );
      database.all(
        "INSERT INTO hooks (member, url, secret, tells, cursor) VALUES (?, ?, ?, ?, ?)",
        ...[member, url, secret, JSON.stringify(tells), cursor],
      );
      became();
    },
    change(member, changes) {
      const was = at(member);
      if (was === undefined) return;
      const now = { ...was, ...changes };
      database.all(
        "UPDATE hooks SET cursor = ?, tries = ?, due = ?, since = ?, paused = ?, last = ? WHERE member = ?",
        ...[now.cursor, now.tries, now.due, now.since, now.paused ? 1 : 0, JSON.stringify(now.last), member],
      );
      became(all().map((hook) => (hook === was ? now : hook)));
    },
    remove(member) {
      if (at(member) === undefined) return;
      database.all("DELETE FROM hooks WHERE member = ?", member);
      became();
    },
    reread: () => became(),
  };
}

function fromRow({ tells, paused, last, ...row }: HookRow): Hook[] {
  const told = v.parse(v.array(v.picklist(TELLS)), JSON.parse(tells));
  return [{ ...row, tells: told, paused: paused === 1, last: v.parse(v.array(Delivery), JSON.parse(last)) }];
}
