// Sharing as a part that is fetched when the room is empty or somebody reaches for the button.
import { laterStyle, lazily } from "../room/lazily.ts";

/** The share panel, what stands in an empty room, and the way to another device. */
export const sharePart = lazily(async () => {
  const [part] = await Promise.all([import("./sharing.ts"), laterStyle()]);
  return part;
});
