// A person's name with the tag that nobody can copy.
import type { Person } from "../../../protocol/person.ts";
import { words } from "../../i18n/index.ts";
import { second } from "../room/second.ts";
import { personStyle } from "./avatar.tsx";

/** Name, tag, and a quiet word where the name was given by the room. */
export function Name({ person }: { person: Person | undefined }) {
  if (person === undefined) return <span class="name">…</span>;
  return (
    <span class="name" style={personStyle(person)}>
      <bdi>{person.name}</bdi>
      <span class="tag">{person.guest ? words.value.roster.guest : (second.here?.tagOf(person) ?? person.tag)}</span>
    </span>
  );
}
