// Names that look like somebody else's, by Unicode's table of confusable characters (UTS #39): "Аnn" with a Cyrillic А.
import type { Person } from "../../../protocol/person.ts";

/** What each confusable character looks like. */
export type Confusables = Readonly<Record<string, string>>;

/** What a name looks like: equal for two names that can't be told apart by their looks. */
export function skeleton(name: string, looksLike: Confusables): string {
  // Older names may have variants of letters in them, and one can't see which of them an emoji is.
  const characters = [...name.normalize("NFD").replace(/\p{DI}/gu, "")];
  return characters.map((character) => looksLike[character] ?? character).join("");
}

/**
 * Whose name looks like whose, upper or lower case, by member id. Of an owner or a moderator it is not said: it is the
 * others who look like them. Names that were given by the room are nobody's choice.
 */
export function lookAlikes(people: Iterable<Person>, looksLike: Confusables): Map<string, Person> {
  const named = [...people].filter((person) => !person.guest);
  const looks = named.map(({ name }) => {
    const look = skeleton(name, looksLike);
    return [look, look.toLowerCase(), skeleton(name.toLowerCase(), looksLike)];
  });
  const alike = new Map<string, Person>();
  for (const [index, { member, role }] of named.entries()) {
    if (role !== undefined) continue;
    const same = named.filter(
      (other, at) => other.member !== member && looks[at]?.some((look) => looks[index]?.includes(look)),
    );
    const whom = same.find((other) => other.role !== undefined) ?? same[0];
    if (whom !== undefined) alike.set(member, whom);
  }
  return alike;
}
