// Who is here now: one entry a member, however many sessions they have.

import type { DownFrame, Welcome } from "../protocol/down.ts";
import { ROSTER_PEOPLE } from "../protocol/limits.ts";
import type { Person } from "../protocol/person.ts";
import type { Session } from "./session.ts";

/** Members with how many sessions each has here. */
export class Roster {
  readonly #sessions = new Map<string, Set<Session>>();
  /** What the turn under way changed: each touched member with whether they were here before it. */
  readonly #touched = new Map<string, boolean>();
  readonly #reads = new Map<string, number>();

  get count(): number {
    return this.#sessions.size;
  }

  /** Somebody said hello, or their name changed: again is harmless. */
  enter(session: Session): void {
    this.#touch(session.member);
    this.seat(session);
  }

  /** Puts somebody in their place without a word to the others. */
  seat(session: Session): void {
    const theirs = this.#sessions.get(session.member);
    if (theirs === undefined) this.#sessions.set(session.member, new Set([session]));
    else theirs.add(session);
  }

  leave(session: Session): void {
    const theirs = this.#sessions.get(session.member);
    if (theirs === undefined || !theirs.delete(session)) return;
    this.#touch(session.member);
    if (theirs.size === 0) this.#sessions.delete(session.member);
  }

  /** Somebody has read on in one of their sessions: how far they are is the furthest of all. */
  reads(session: Session): void {
    this.#reads.set(session.member, this.#furthest(session.member));
  }

  #furthest(member: string): number {
    return Math.max(0, ...[...(this.#sessions.get(member) ?? [])].map((each) => each.memory.read));
  }

  #touch(member: string): void {
    if (!this.#touched.has(member)) this.#touched.set(member, this.#sessions.has(member));
  }

  /** What a welcome says of the people here. */
  shown(personOf: (session: Session) => Person): Welcome["roster"] {
    const here: Person[] = [];
    const read: [string, number][] = [];
    for (const sessions of this.#sessions.values()) {
      if (here.length === ROSTER_PEOPLE) break;
      const [session] = sessions;
      if (session === undefined) continue;
      here.push(personOf(session));
      const furthest = this.#furthest(session.member);
      if (furthest > 0) read.push([session.member, furthest]);
    }
    return { count: this.count, here, read };
  }

  /** The turn's changes in one frame, or nothing where none are left of them. A crowd is only counted. */
  changes(personOf: (session: Session) => Person): DownFrame | undefined {
    const crowd = this.count > ROSTER_PEOPLE;
    const joined: Person[] = [];
    const left: string[] = [];
    for (const [member, was] of this.#touched) {
      const [session] = this.#sessions.get(member) ?? [];
      if (session !== undefined && !crowd) joined.push(personOf(session));
      if (session === undefined && was) left.push(member);
    }
    const read: [string, number][] = crowd ? [] : [...this.#reads];
    const came = [...this.#touched].some(([member, was]) => !was && this.#sessions.has(member));
    this.#touched.clear();
    this.#reads.clear();
    if (!came && joined.length + left.length + read.length === 0) return undefined;
    return { type: "roster", count: this.count, joined, left, read };
  }
}
