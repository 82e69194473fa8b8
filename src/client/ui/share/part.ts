// Sharing as a part that is fetched when the room is empty or somebody reaches for the button.
import { laterStyle, lazily } from "../room/lazily.ts";

/** The share panel, and what stands in an empty room. */
export const sharePart = lazily(async () => {
  const [{ SharePanel }, { FirstHere }] = await Promise.all([
    import("./share-panel.tsx"),
    import("./first-here.tsx"),
    laterStyle(),
  ]);
  return { SharePanel, FirstHere };
});
