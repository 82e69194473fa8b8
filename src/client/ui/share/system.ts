// The share sheet of the system, as phones have one.
import { roomAddress } from "../room/address.ts";

/** Whether there is one. */
export function canShare(): boolean {
  return "share" in navigator;
}

/** Opens it with the room's address. */
export async function share(title: string): Promise<void> {
  try {
    await navigator.share({ title, url: roomAddress() });
  } catch {
    // They changed their mind.
  }
}
