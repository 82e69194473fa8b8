// The shipped room, with a count of every row that its SQLite reads and writes. Nothing else about it is different.
import { Room } from "../../../src/room/room.ts";
import type { Counts } from "../counts.ts";

// Outside the object, for what is in it does not outlive its sleep. On workerd all rooms and the Worker share it.
const counts = new Map<string, Counts>();

/** The counts of a room. Looking at them does not wake it. */
export function countsOf(room: string): Counts {
  const known = counts.get(room);
  if (known !== undefined) return known;
  const fresh = { made: 0, rowsWritten: 0, rowsRead: 0 };
  counts.set(room, fresh);
  return fresh;
}

export class CountedRoom extends Room {
  constructor(...[ctx, env]: ConstructorParameters<typeof Room>) {
    const mine = countsOf(ctx.id.name ?? "");
    mine.made += 1;
    // Before the room is made: a woken room reads in its constructor.
    count(ctx.storage.sql, mine);
    super(ctx, env);
  }

  /** Bytes of its database. Asking wakes it. */
  size(): number {
    return this.ctx.storage.sql.databaseSize;
  }
}

/** Counts what each cursor says of itself, once its rows were taken: that is what Cloudflare bills. */
function count(sql: SqlStorage, counts: Counts): void {
  const exec = sql.exec.bind(sql);
  sql.exec = <T extends Record<string, SqlStorageValue>>(query: string, ...bindings: unknown[]) => {
    const cursor = exec<T>(query, ...bindings);
    const toArray = cursor.toArray.bind(cursor);
    cursor.toArray = () => {
      const rows = toArray();
      counts.rowsWritten += cursor.rowsWritten;
      counts.rowsRead += cursor.rowsRead;
      return rows;
    };
    return cursor;
  };
}
