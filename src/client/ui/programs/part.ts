// Bots and webhooks as a part that is fetched when somebody who keeps the room in order looks at them.
import { signal } from "@preact/signals";
import { laterStyle, lazily } from "../room/lazily.ts";
import type { View } from "../room/view.ts";

/** They are being looked at. */
export const programsOpen = signal(false);

/** Opens their sheet. A sheet over a sheet is one too many: the people's goes. */
export function openPrograms({ panels }: View): void {
  if (panels.over.value) panels.toggleRoster();
  programsOpen.value = true;
}

/** The sheet of all the programs. */
export const programsPart = lazily(async () => {
  const [part] = await Promise.all([import("./sheet.tsx"), laterStyle()]);
  return part;
});
