// Where the sheet of one person is drawn while it is open: over the room, whatever opened it, and whether they are here or not.
import { callIn } from "../people/call-in.ts";
import type { View } from "../room/view.ts";
import { memberOpen, moderationPart } from "./part.ts";
import { canModerate } from "./standing.ts";

/** The sheet, for those who keep the room in order. */
export function OpenedMember({ view }: { view: View }) {
  const member = memberOpen.value;
  const person = member === undefined ? undefined : view.people.value.get(member);
  const part = person && canModerate(view, person.member) ? moderationPart.value : undefined;
  if (part === undefined || person === undefined) return null;
  const closed = () => {
    memberOpen.value = undefined;
  };
  return <part.MemberSheet view={view} person={person} mention={() => callIn(view, person)} closed={closed} />;
}
