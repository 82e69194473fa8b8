// A room where nothing was said yet. What it shows is fetched, for most rooms have been talked in.
import type { View } from "../room/view.ts";
import { sharePart } from "../share/part.ts";

/** The invitation, to somebody who is alone here or not. */
export function Empty({ view, alone }: { view: View; alone: boolean }) {
  const part = sharePart.value;
  return part === undefined ? null : <part.FirstHere view={view} alone={alone} />;
}
