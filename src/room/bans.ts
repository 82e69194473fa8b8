// Who may not come in: the bans table and nothing else.
import type { Database } from "./database.ts";
import type { Log } from "./log.ts";

export interface Bans {
  /** Whether a member is banned at this time (ms since 1970). */
  holds(member: string, now: number): boolean;
  /** Bans until a time, or for ever; `seq` is the event that says why. Runs inside the op's transaction. */
  set(member: string, until: number | null, seq: number): void;
  lift(member: string): void;
  /** Forgets what is remembered of rows, after a transaction that was rolled back. */
  reread(): void;
}

/** The bans that this database holds. There are few, and each newcomer is looked up: they are read once. */
export function openBans(database: Database, log: Pick<Log, "head">): Bans {
  let banned: Map<string, number> | undefined;

  function all(): Map<string, number> {
    if (banned !== undefined) return banned;
    // Before the first event there are no tables.
    const rows = log.head === 0 ? [] : database.all<BanRow>("SELECT member, until FROM bans");
    banned = new Map(rows.map(({ member, until }) => [member, until ?? Infinity]));
    return banned;
  }

  return {
    holds: (member, now) => (all().get(member) ?? 0) > now,
    set(member, until, seq) {
      database.all("INSERT OR REPLACE INTO bans (member, until, seq) VALUES (?, ?, ?)", member, until, seq);
      all().set(member, until ?? Infinity);
    },
    lift(member) {
      database.all("DELETE FROM bans WHERE member = ?", member);
      all().delete(member);
    },
    reread() {
      banned = undefined;
    },
  };
}

interface BanRow extends Record<string, string | number | null> {
  member: string;
  until: number | null;
}
