// What a room's screen has besides what stands in it: the browser's tab, and sheets that are opened from within another.
import { Programs } from "../programs/programs.tsx";
import { Tab } from "./tab.tsx";
import type { View } from "./view.ts";

/** Both. */
export function Over({ view }: { view: View }) {
  return (
    <>
      <Tab view={view} />
      <Programs view={view} />
    </>
  );
}
