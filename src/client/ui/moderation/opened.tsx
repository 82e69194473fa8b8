// Where the sheet of one person is drawn while it is open: over the room, whatever opened it, and whether they are here or not.
import { useEffect } from "preact/hooks";
import { callIn } from "../people/call-in.ts";
import type { View } from "../room/view.ts";
import { memberOpen } from "./member-open.ts";
import { MemberSheet } from "./member-sheet.tsx";
import { canModerate } from "./standing.ts";

/** The sheet, for those who keep the room in order. */
export function OpenedMember({ view }: { view: View }) {
  const member = memberOpen.value;
  const person = member === undefined ? undefined : view.people.value.get(member);
  const closed = () => {
    memberOpen.value = undefined;
  };
  // Not once more when they are known, or when one may again: by then nobody asks for it.
  const lost = member !== undefined && (person === undefined || !canModerate(view, member));
  useEffect(() => {
    if (lost) closed();
  }, [lost]);
  if (lost || person === undefined) return null;
  return <MemberSheet view={view} person={person} mention={() => callIn(view, person)} closed={closed} />;
}
