// A person as everybody in the room sees them.
import * as v from "valibot";

/**
 * `member` is the same for this person in this room for ever, and another one in every other room.
 * `guest` says that the name was given by the room (eight characters, as in the article), not chosen.
 */
export const Person = v.object({
  member: v.string(),
  name: v.string(),
  tag: v.string(),
  guest: v.optional(v.literal(true)),
  /** `moderator` or `owner`, where they are that here. */
  role: v.optional(v.string()),
});
export type Person = v.InferOutput<typeof Person>;

/** How a line of plain text names its author: a guest by the given label alone, others with their tag. */
export function label(person: Person): string {
  return person.guest ? person.name : `${person.name}#${person.tag}`;
}
