// One person as they are now, for what is drawn of them alone.
import { computed } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { Person } from "../../../protocol/person.ts";
import type { View } from "../room/view.ts";

/** The person of a member. Who draws with it is drawn again when this one changes, and not for everybody else who comes. */
export function usePerson(view: View, member: string): Person | undefined {
  return useMemo(() => computed(() => view.people.value.get(member)), [view, member]).value;
}
