// Where people came from last, hashed: for a ban of an address, when whoever it is about has left or only ever posted. In
// memory alone; a room that was just woken knows it of those whose sockets are open.
import type { Source } from "./meters.ts";

export interface Whereabouts {
  /** A member came from there. */
  saw(source: Source): void;
  /** Where a member came from last, or `""` where nobody knows. */
  of(member: string): string;
}

/** So many members are remembered: those who came last. */
const REMEMBERED = 2_000;

/** Nobody was seen yet. */
export function openWhereabouts(): Whereabouts {
  const seen = new Map<string, string>();
  return {
    saw({ member, address }) {
      if (address === "") return;
      seen.delete(member);
      seen.set(member, address);
      const [oldest] = seen.keys();
      if (seen.size > REMEMBERED && oldest !== undefined) seen.delete(oldest);
    },
    of: (member) => seen.get(member) ?? "",
  };
}
