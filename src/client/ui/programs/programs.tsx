// Where the sheet of bots and webhooks is drawn while it is open: over the room, whatever opened it.
import { canModerate } from "../moderation/standing.ts";
import type { View } from "../room/view.ts";
import { programsOpen, programsPart } from "./part.ts";

/** The sheet, for those who keep the room in order. */
export function Programs({ view }: { view: View }) {
  const part = programsOpen.value && canModerate(view) ? programsPart.value : undefined;
  if (part === undefined) return null;
  const closed = () => {
    programsOpen.value = false;
  };
  return <part.ProgramsSheet view={view} closed={closed} />;
}
