// The programs that are members here, bots and webhooks, and what each may do: the programs table and nothing else.
import * as v from "valibot";
import { type Program, programOf, SCOPES, type Scope } from "../protocol/bot.ts";
import type { Database } from "./database.ts";
import { fewRows } from "./few-rows.ts";

export interface Programs {
  /** What this program may do; nothing where its token or address was revoked, or never made. */
  scopeOf(member: string): Scope | undefined;
  /** Takes one in, which `by` made at a time (ms since 1970). Runs inside the op's transaction. */
  add(program: { member: string; may: Scope; by: string; at: number }): void;
  revoke(member: string): void;
  /** All of them, the oldest first. */
  list(): readonly ProgramMade[];
  /** Forgets what is remembered of rows, after a transaction that was rolled back. */
  reread(): void;
}

export interface ProgramMade {
  member: string;
  is: Program;
  may: Scope;
  by: string;
  at: number;
}

interface ProgramRow extends Record<string, string | number> {
  member: string;
  may: string;
  by: string;
  at: number;
}

/** The programs that this database holds. There is no table before the first, and a room without any pays nothing. */
export function openPrograms(database: Database): Programs {
  const { all, became } = fewRows(database, "programs", "at, member", fromRow);
  return {
    scopeOf: (member) => all().find((each) => each.member === member)?.may,
    add({ member, may, by, at }) {
      database.all(
        `CREATE TABLE IF NOT EXISTS programs (
          member TEXT PRIMARY KEY,
          may TEXT NOT NULL,
          by TEXT NOT NULL,
          at INTEGER NOT NULL
        ) WITHOUT ROWID`,
      );
      database.all("INSERT INTO programs (member, may, by, at) VALUES (?, ?, ?, ?)", member, may, by, at);
      became();
    },
    revoke(member) {
      database.all("DELETE FROM programs WHERE member = ?", member);
      became();
    },
    list: all,
    reread: () => became(),
  };
}

function fromRow({ member, may, ...made }: ProgramRow): ProgramMade[] {
  const is = programOf(member);
  return is === undefined ? [] : [{ member, is, may: v.parse(v.picklist(SCOPES), may), ...made }];
}
