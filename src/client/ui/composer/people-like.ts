// Who is meant by the beginning of a name.
import type { Person } from "../../../protocol/person.ts";

export interface Known {
  people: ReadonlyMap<string, Person>;
  /** Who is here now. */
  here: readonly string[];
  me: string;
}

/** People whose name fits what was written, those who are here first; at most so many, and not me. */
export function peopleLike(query: string, { people, here, me }: Known, most: number): Person[] {
  const present = new Set(here);
  const wanted = query.toLowerCase();
  return [...people.values()]
    .filter(({ member }) => member !== me)
    .map((person) => ({ person, fit: fit(person.name.toLowerCase(), wanted) }))
    .filter(({ fit }) => fit < Infinity)
    .sort((a, b) => place(a) - place(b) || a.person.name.localeCompare(b.person.name))
    .slice(0, most)
    .map(({ person }) => person);

  function place({ person, fit }: { person: Person; fit: number }): number {
    return (present.has(person.member) ? 0 : 10) + fit;
  }
}

/** 0 where the name begins so, 1 where a word of it does, 2 where it is within, else Infinity. */
function fit(name: string, wanted: string): number {
  if (name.startsWith(wanted)) return 0;
  if (name.split(/[\s._-]+/).some((word) => word.startsWith(wanted))) return 1;
  return name.includes(wanted) ? 2 : Infinity;
}
