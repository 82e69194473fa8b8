// The help as a part that is fetched when somebody asks for it.
import { laterStyle, lazily } from "../room/lazily.ts";

/** The sheet of shortcuts and commands. */
export const helpPart = lazily(async () => {
  const [part] = await Promise.all([import("./help-sheet.tsx"), laterStyle()]);
  return part;
});
