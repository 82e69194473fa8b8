// What was chosen when one choice was for all rooms: it is for those where it held, and for no others.
import { type Choice, parseChoice } from "../../../protocol/notice.ts";
import type { Bells } from "../../push/bells.ts";
import { recall, remember } from "../browser/remembered.ts";
import { recentRooms } from "../browser/visits.ts";

/** Something is chosen in some room. */
const IN_ROOMS = "rooms";

/** Says that something is chosen, so that the next page watches its room. */
export function rememberChoosing(): void {
  remember("notice", IN_ROOMS);
}

/** Gives it to the rooms that this browser has been to. It was for as long as a tab is open, and so it stays. */
export async function takeOldChoice(bells: Pick<Bells, "change">): Promise<void> {
  const choice: Choice = parseChoice(recall("notice"));
  if (choice === "off") return;
  for (const { room } of recentRooms())
    await bells.change(room, (bell) => (bell.choice === "off" ? { ...bell, choice } : bell));
  rememberChoosing();
}
