// The emoji as a part that is fetched when somebody wants one.
import { laterStyle, lazily } from "../room/lazily.ts";

/** The emoji, in a popover or a sheet. */
export const emojiPart = lazily(async () => {
  const [part] = await Promise.all([import("./emoji-panel.tsx"), laterStyle()]);
  return part;
});
