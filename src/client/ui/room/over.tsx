// What a room's screen has besides what stands in it: the browser's tab, and sheets that can be opened from more places than one.
import { OpenedMember } from "../moderation/opened.tsx";
import { Programs } from "../programs/programs.tsx";
import { Tab } from "./tab.tsx";
import type { View } from "./view.ts";

/** All of it. */
export function Over({ view }: { view: View }) {
  return (
    <>
      <Tab view={view} />
      <Programs view={view} />
      <OpenedMember view={view} />
    </>
  );
}
