// Who has ever done something here, and by what name: the members table and nothing else.

import { tagOf } from "../protocol/name.ts";
import type { Person } from "../protocol/person.ts";
import type { Database } from "./database.ts";
import { exists } from "./schema.ts";

export interface Members {
  /** The person as the log knows them, or nothing for somebody who only looked on. */
  find(member: string): Person | undefined;
  /**
   * Writes somebody down at their first op: one row. Who was a guest and comes with a name of their own gets it.
   * Runs inside the op's transaction, after the log has made the room.
   */
  introduce(person: Person): void;
  /** Gives a member a name of their own choosing. */
  rename(member: string, name: string): void;
  /** Forgets what is remembered of rows, after a transaction that was rolled back. */
  reread(): void;
}

/** A person by the parts that are stored. */
export function person(member: string, name: string, guest: boolean): Person {
  return { member, name, tag: tagOf(member), ...(guest ? { guest } : {}) };
}

// Enough for everybody who talks at one time; beyond it, the oldest are read from the database again.
const REMEMBERED = 2000;

/** The members that this database holds. */
export function openMembers(database: Database): Members {
  // Nothing is remembered too: most of those who look on have never done anything.
  const remembered = new Map<string, Person | undefined>();

  function remember(member: string, who: Person | undefined): Person | undefined {
    const [oldest] = remembered.keys();
    if (remembered.size >= REMEMBERED && oldest !== undefined) remembered.delete(oldest);
    remembered.set(member, who);
    return who;
  }

  function find(member: string): Person | undefined {
    if (remembered.has(member)) return remembered.get(member);
    if (!exists(database)) return remember(member, undefined);
    const [row] = database.all<{ name: string; guest: number }>(
      "SELECT name, guest FROM members WHERE member = ?",
      member,
    );
    return remember(member, row && person(member, row.name, row.guest === 1));
  }

  function rename(member: string, name: string): void {
    database.all("UPDATE members SET name = ?, guest = 0 WHERE member = ?", name, member);
    remember(member, person(member, name, false));
  }

  return {
    find,
    introduce(who) {
      const known = find(who.member);
      if (known?.guest && !who.guest) return rename(who.member, who.name);
      if (known !== undefined) return;
      database.all(
        "INSERT INTO members (member, name, guest) VALUES (?, ?, ?)",
        who.member,
        who.name,
        who.guest ? 1 : 0,
      );
      remember(who.member, who);
    },
    rename,
    reread: () => remembered.clear(),
  };
}
