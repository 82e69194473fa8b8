// Everyone of whom this client has heard, and how they are called now.
import type { Person } from "../protocol/person.ts";
import type { State } from "./state.ts";

type People = State["people"];

/** The map with these people as they are now; the same map where it knew all that. */
export function meet(people: People, persons: readonly Person[]): People {
  const news = persons.filter((person) => {
    const known = people.get(person.member);
    return (["name", "tag", "guest", "role"] as const).some((part) => known?.[part] !== person[part]);
  });
  return news.length === 0 ? people : new Map([...people, ...news.map((person) => [person.member, person] as const)]);
}

/** A person by the name that they chose. */
export function renamed<P extends Person>({ guest: _, ...person }: P, name: string): Omit<P, "guest"> {
  return { ...person, name };
}
