// Whom everybody here has been told of, so that a talk does not name its talkers anew in each frame.
import type { Person } from "../protocol/person.ts";

/** Enough for all who talk between two arrivals; beyond it, people are named once more. */
const REMEMBERED = 1000;

/** Names and roles by member, as every live session last heard them. Empty after each arrival, and in a room that was just woken. */
export class Told {
  readonly #names = new Map<string, string>();

  /** Those of these people who may be news to somebody. From now on they are not. */
  news(people: readonly Person[]): Person[] {
    const news = people.filter((person) => this.#names.get(person.member) !== shown(person));
    if (this.#names.size + news.length > REMEMBERED) this.#names.clear();
    for (const person of news) this.#names.set(person.member, shown(person));
    return news;
  }

  /** Somebody is here now who was told of nobody. */
  startOver(): void {
    this.#names.clear();
  }
}

function shown({ name, role = "" }: Person): string {
  return `${role} ${name}`;
}
