// What is left of a room that was deleted: until when its URL says so. The tomb table and nothing else.
import type { Database } from "./database.ts";

export interface Tomb {
  /** Whether the room is gone at this time (ms since 1970). */
  stands(now: number): boolean;
  /** Sets it in an empty database, at `now` (ms since 1970). */
  set(now: number): void;
}

/** So long the URL of a room that was deleted says so. */
const GONE_MS = 24 * 3_600_000;

/** The tomb that this database holds, if any. Opening it writes nothing. */
export function openTomb(database: Database): Tomb {
  let until: number | undefined;

  function read(): number {
    if (!database.has("tomb")) return 0;
    return database.all<{ until: number }>("SELECT until FROM tomb")[0]?.until ?? 0;
  }

  return {
    stands(now) {
      until ??= read();
      return until > now;
    },
    set(now) {
      const time = now + GONE_MS;
      database.all("CREATE TABLE tomb (until INTEGER NOT NULL)");
      database.all("INSERT INTO tomb (until) VALUES (?)", time);
      until = time;
    },
  };
}
