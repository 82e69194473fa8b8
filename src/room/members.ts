// Who has ever done something here, by what name, and what they may: the members table and nothing else.

import * as v from "valibot";
import { tagOf } from "../protocol/name.ts";
import type { Person } from "../protocol/person.ts";
import { ROLES, type Role } from "../protocol/role.ts";
import type { Database } from "./database.ts";
import { exists } from "./schema.ts";

/** A member as the log knows them. */
export interface Member {
  person: Person;
  role: Role;
  /** They have written nothing yet: they only chose a name, or something was done about them. */
  noted: boolean;
  /** Until when they must be silent, in ms since 1970; 0 where they need not. */
  mutedUntil: number;
  /** When they last said something in a room that is slow, in ms since 1970; 0 where that is not kept. */
  spokeAt: number;
}

export interface Members {
  /** The person as the log knows them, or nothing for somebody who only looked on. */
  find(member: string): Person | undefined;
  /** The same, with what they may. */
  at(member: string): Member | undefined;
  /** What they may: a guest's, where they have never done anything. */
  roleOf(member: string): Role;
  /** The room has an owner. */
  readonly owner: string | undefined;
  /**
   * Writes somebody down who writes here, at their first op: one row. Who was a guest and comes with a name of their own gets it.
   * Runs inside the op's transaction, after the log has made the room.
   */
  introduce(person: Person): void;
  /** Writes somebody down who is no member by what they did, or what was done about them: one row, where there is none. */
  note(person: Person): void;
  /** Gives a member a name of their own choosing. */
  rename(member: string, name: string): void;
  /** These change somebody who was introduced. */
  setRole(member: string, role: Role): void;
  /** Forgets somebody's name and what they may: they are called by their tag, and a newcomer when they write again. */
  forget(member: string): void;
  mute(member: string, until: number): void;
  spoke(member: string, at: number): void;
  /** Forgets what is remembered of rows, after a transaction that was rolled back. */
  reread(): void;
}

interface MemberRow extends Record<string, string | number | null> {
  member: string;
  name: string;
  guest: number;
  role: string;
  muted_until: number;
  spoke_at: number;
}

/** The role in the row of who was only noted. They are guests until they write. */
const NOTED = "";

/** A person by the parts that are stored. Only a role that the others should know of is told. */
export function person(member: string, name: string, guest: boolean, role: Role = "member"): Person {
  const told = role === "owner" || role === "moderator" ? { role } : {};
  return { member, name, tag: tagOf(member), ...(guest ? { guest } : {}), ...told };
}

// Enough for everybody who talks at one time; beyond it, the oldest are read from the database again.
const REMEMBERED = 2000;

/** The members that this database holds. */
export function openMembers(database: Database): Members {
  // Nothing is remembered too: most of those who look on have never done anything.
  const remembered = new Map<string, Member | undefined>();
  let owner: { member: string | undefined } | undefined;

  function remember(member: string, who: Member | undefined): Member | undefined {
    const [oldest] = remembered.keys();
    if (remembered.size >= REMEMBERED && oldest !== undefined) remembered.delete(oldest);
    remembered.set(member, who);
    return who;
  }

  function at(member: string): Member | undefined {
    if (remembered.has(member)) return remembered.get(member);
    if (!exists(database)) return remember(member, undefined);
    const [row] = database.all<MemberRow>("SELECT * FROM members WHERE member = ?", member);
    return remember(member, row && fromRow(row));
  }

  /** Changes one column of a member's row; what is remembered is read again when it is asked for. */
  function change(member: string, column: "role" | "muted_until" | "spoke_at", value: string | number): void {
    database.all(`UPDATE members SET ${column} = ? WHERE member = ?`, value, member);
    remembered.delete(member);
  }

  function insert({ member, name, guest }: Person, role: string): void {
    const sql = "INSERT INTO members (member, name, guest, role) VALUES (?, ?, ?, ?)";
    database.all(sql, member, name, guest ? 1 : 0, role);
    remembered.delete(member);
  }

  function rename(member: string, name: string): void {
    database.all("UPDATE members SET name = ?, guest = 0 WHERE member = ?", name, member);
    remembered.delete(member);
  }

  return {
    find: (member) => at(member)?.person,
    at,
    roleOf: (member) => at(member)?.role ?? "guest",
    get owner() {
      const read = () => database.all<{ member: string }>("SELECT member FROM members WHERE role = 'owner'")[0]?.member;
      owner ??= { member: exists(database) ? read() : undefined };
      return owner.member;
    },
    introduce(who) {
      const known = at(who.member);
      if (known === undefined) return insert(who, "member");
      if (known.noted) change(who.member, "role", "member");
      if (known.person.guest && !who.guest) rename(who.member, who.name);
    },
    note(who) {
      if (at(who.member) === undefined) insert(who, NOTED);
    },
    rename,
    setRole(member, role) {
      change(member, "role", role);
      owner = undefined;
    },
    forget(member) {
      // Who was made a guest stays one, or leaving would undo it; and a slow room is as slow for who comes again.
      const role = at(member)?.role === "guest" && !at(member)?.noted ? "guest" : NOTED;
      database.all("UPDATE members SET name = ?, guest = 1, role = ? WHERE member = ?", tagOf(member), role, member);
      remembered.delete(member);
    },
    mute: (member, until) => change(member, "muted_until", until),
    spoke: (member, time) => change(member, "spoke_at", time),
    reread() {
      remembered.clear();
      owner = undefined;
    },
  };
}

function fromRow({ member, name, guest, role, muted_until: mutedUntil, spoke_at: spokeAt }: MemberRow): Member {
  const noted = role === NOTED;
  const known = noted ? "guest" : v.parse(v.picklist(ROLES), role);
  return { person: person(member, name, guest === 1, known), role: known, noted, mutedUntil, spokeAt };
}
