// A table of few rows that is made when it is first needed: a room that never needed it reads nothing and pays nothing.
import type { Database, Row } from "./database.ts";

export interface FewRows<T> {
  /** All of them, read together and once. */
  all(): readonly T[];
  /** What they are after a change; without that they are read again, when they are next wanted. */
  became(rows?: readonly T[]): void;
}

/** The rows of this table in this order, each as what `from` makes of it. */
export function fewRows<R extends Row, T>(
  database: Database,
  table: string,
  order: string,
  from: (row: R) => T[],
): FewRows<T> {
  let known: readonly T[] | undefined;
  return {
    all() {
      const read = () => database.all<R>(`SELECT * FROM ${table} ORDER BY ${order}`).flatMap(from);
      known ??= database.has(table) ? read() : [];
      return known;
    },
    became(rows) {
      known = rows;
    },
  };
}
