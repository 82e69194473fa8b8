// How to call somebody so that the right one hears it: by name, and by the tag where others have the same name.
import type { Person } from "../../../protocol/person.ts";

/** The @ for a person among these people. */
export function mentionOf({ member, name, tag }: Person, people: Iterable<Person>): string {
  const shared = [...people].some(
    (other) => other.member !== member && other.name.toLowerCase() === name.toLowerCase(),
  );
  return shared ? `@${name}#${tag}` : `@${name}`;
}
