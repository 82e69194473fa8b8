// Who may not come in: the bans table and nothing else.
import type { Database } from "./database.ts";
import type { Log } from "./log.ts";
import type { Source } from "./meters.ts";

export interface Bans {
  /** Whether a member is banned at this time (ms since 1970), or everybody who comes from where they do. */
  holds(source: Source, now: number): boolean;
  /**
   * Bans a member, and where they come from unless that is `""`, until a time (ms since 1970), or for ever. `why` is the
   * event, which may be forgotten before the ban is over. Runs inside the op's transaction.
   */
  set(source: Source, until: number | null, why: Why): void;
  lift(member: string): void;
  /** Those that hold at a time (ms since 1970). */
  list(now: number): readonly Readonly<BanRow>[];
  /** When the next one ends, in ms, and letting go of those that have. */
  readonly nextEnd: number | undefined;
  sweep(now: number): void;
  /** Forgets what is remembered of rows, after a transaction that was rolled back. */
  reread(): void;
}

export interface BanRow extends Record<string, string | number | null> {
  member: string;
  address: string;
  until: number | null;
  seq: number;
  /** Who banned them, and when; `""` and 0 where the event was gone before that was kept. */
  by: string;
  at: number;
  reason: string;
}

type Why = Pick<BanRow, "seq" | "by" | "at"> & { reason?: string | undefined };

/** The bans that this database holds. There are few, and each newcomer is looked up: they are read once. */
export function openBans(database: Database, log: Pick<Log, "head">): Bans {
  let banned: readonly BanRow[] | undefined;

  function all(): readonly BanRow[] {
    // Before the first event there are no tables.
    if (log.head === 0) return [];
    banned ??= database.all<BanRow>("SELECT * FROM bans");
    return banned;
  }

  function list(now: number): readonly BanRow[] {
    return all().filter(({ until }) => (until ?? Infinity) > now);
  }

  function meets(ban: BanRow, { member, address }: Source): boolean {
    return ban.member === member || (address !== "" && ban.address === address);
  }

  return {
    holds: (source, now) => list(now).some((ban) => meets(ban, source)),
    set({ member, address }, until, { seq, by, at, reason = "" }) {
      database.all(
        "INSERT OR REPLACE INTO bans (member, address, until, seq, by, at, reason) VALUES (?, ?, ?, ?, ?, ?, ?)",
        ...[member, address, until, seq, by, at, reason],
      );
      banned = undefined;
    },
    get nextEnd() {
      const ends = all().flatMap(({ until }) => until ?? []);
      return ends.length === 0 ? undefined : Math.min(...ends);
    },
    sweep(now) {
      if (list(now).length === all().length) return;
      database.all("DELETE FROM bans WHERE until <= ?", now);
      banned = undefined;
    },
    list,
    lift(member) {
      database.all("DELETE FROM bans WHERE member = ?", member);
      banned = undefined;
    },
    reread() {
      banned = undefined;
    },
  };
}
