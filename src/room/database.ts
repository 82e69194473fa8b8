// SQLite as the room uses it: the seam between the room's core and whatever holds its rows.

export type Value = string | number | null;
export type Row = Record<string, Value>;

export interface Database {
  /** Runs one statement and gives all of its rows. Throws what SQLite throws. */
  all<R extends Row>(sql: string, ...bindings: Value[]): R[];
  /** Runs `work` in one transaction: all of its writes, or none where it throws. */
  transaction<T>(work: () => T): T;
  /** Whether there is a table of this name. All names are read together, and once: reading costs. */
  has(table: string): boolean;
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
  let tables: ReadonlySet<string> | undefined;

  function all<R extends Row>(sql: string, ...bindings: Value[]): R[] {
    const cursor = storage.sql.exec<R>(sql, ...bindings);
    const rows = cursor.toArray();
    rowsWritten += cursor.rowsWritten;
    if (sql.startsWith("CREATE")) tables = undefined;
    return rows;
  }

  return {
    all,
    transaction(work) {
      try {
        return storage.transactionSync(work);
      } catch (fault) {
        // What it made is gone again.
        tables = undefined;
        throw fault;
      }
    },
    has(table) {
      const names = () => all<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'");
      tables ??= new Set(names().map(({ name }) => name));
      return tables.has(table);
    },
    get rowsWritten() {
      return rowsWritten;
    },
  };
}
