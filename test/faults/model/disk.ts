// The model's disk: SQLite in memory, which can fail at any statement, and forget what was not committed.
import { DatabaseSync, type StatementSync } from "node:sqlite";
import type { Database, Row, Value } from "../../../src/room/database.ts";

/** The statement that comes after so many others fails: that one alone, or all from then on. */
export interface DiskFault {
  after: number;
  lasts: boolean;
}

export interface Disk {
  database: Database;
  /** What fails next, if anything does. */
  fault: DiskFault | undefined;
  /** Does `work`, and commits it; or, where `survives` says no, forgets all of it, as a crash does. */
  turn(work: () => void, survives: boolean): void;
  close(): void;
}

export function createDisk(): Disk {
  const sqlite = new DatabaseSync(":memory:");
  const statements = new Map<string, StatementSync>();
  let depth = 0;

  function prepared(sql: string): StatementSync {
    const known = statements.get(sql) ?? sqlite.prepare(sql);
    statements.set(sql, known);
    return known;
  }

  const disk: Disk = {
    fault: undefined,
    database: {
      all<R extends Row>(sql: string, ...bindings: Value[]): R[] {
        if (disk.fault !== undefined && disk.fault.after-- <= 0) {
          if (!disk.fault.lasts) disk.fault = undefined;
          throw new Error("disk I/O error");
        }
        return prepared(sql).all(...bindings) as R[];
      },
      transaction(work) {
        depth += 1;
        sqlite.exec(`SAVEPOINT s${depth}`);
        try {
          const result = work();
          sqlite.exec(`RELEASE s${depth}`);
          return result;
        } catch (fault) {
          sqlite.exec(`ROLLBACK TO s${depth}; RELEASE s${depth}`);
          throw fault;
        } finally {
          depth -= 1;
        }
      },
      // A crash may take a table away: nothing is remembered.
      has: (table) => prepared("SELECT 1 FROM sqlite_master WHERE name = ?").get(table) !== undefined,
      rowsWritten: 0,
    },
    turn(work, survives) {
      sqlite.exec("BEGIN");
      work();
      sqlite.exec(survives ? "COMMIT" : "ROLLBACK");
    },
    close: () => sqlite.close(),
  };
  return disk;
}
