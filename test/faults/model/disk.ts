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
  /** A disk of its own with all that is on this one, as of a backup. */
  copy(): Disk;
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
    copy() {
      const other = createDisk();
      const { database } = other;
      const made = sqlite.prepare("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type DESC");
      for (const { type, name, sql } of made.all()) {
        database.all(String(sql));
        if (type !== "table") continue;
        for (const row of sqlite.prepare(`SELECT * FROM ${name}`).all()) {
          const values = Object.values(row) as Value[];
          database.all(`INSERT INTO ${name} VALUES (${values.map(() => "?").join()})`, ...values);
        }
      }
      return other;
    },
    close: () => sqlite.close(),
  };
  return disk;
}
