// SQLite as the room uses it: the seam between the room's core and whatever holds its rows.

export type Value = string | number | null;
export type Row = Record<string, Value>;

export interface Database {
  /** Runs one statement and gives all of its rows. Throws what SQLite throws. */
  all<R extends Row>(sql: string, ...bindings: Value[]): R[];
  /** Runs `work` in one transaction: all of its writes, or none where it throws. */
  transaction<T>(work: () => T): T;
  /** Rows written since the object was made, indexes included: what Cloudflare bills. */
  readonly rowsWritten: number;
}

/** The part of a Durable Object's storage that holds SQLite. */
export interface Storage {
  sql: { exec<R extends Row>(sql: string, ...bindings: Value[]): { toArray(): R[]; readonly rowsWritten: number } };
  transactionSync<T>(work: () => T): T;
}

/** The object's own SQLite. */
export function openDatabase(storage: Storage): Database {
  let rowsWritten = 0;
  return {
    all<R extends Row>(sql: string, ...bindings: Value[]): R[] {
      const cursor = storage.sql.exec<R>(sql, ...bindings);
      const rows = cursor.toArray();
      rowsWritten += cursor.rowsWritten;
      return rows;
    },
    transaction: (work) => storage.transactionSync(work),
    get rowsWritten() {
      return rowsWritten;
    },
  };
}
