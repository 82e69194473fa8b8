// The foot of the roster as a part that is fetched when the roster is first shown.
import { laterStyle, lazily } from "../room/lazily.ts";

/** Language, notifications, and the way to the help. */
export const settingsPart = lazily(async () => {
  const [part] = await Promise.all([import("./settings.tsx"), laterStyle()]);
  return part;
});
