// The room's address, into the clipboard or the phone's share sheet, where there is one.
import { signal } from "@preact/signals";

/** The room's address, as it is sent to others. */
export function roomAddress(): string {
  return location.origin + location.pathname;
}

/** The address was just copied. */
export const copied = signal(false);
/** There is no clipboard here (plain http on a LAN): the address has to be copied by hand. */
export const byHand = signal(false);

/** Copies the room's address, or shows it where it can't. */
export async function copyAddress(): Promise<void> {
  try {
    await navigator.clipboard.writeText(roomAddress());
  } catch {
    byHand.value = !byHand.value;
    return;
  }
  copied.value = true;
  setTimeout(() => {
    copied.value = false;
  }, 2000);
}

/** Whether the system has a share sheet. */
export function canShare(): boolean {
  return "share" in navigator;
}

/** Opens the share sheet. */
export async function share(title: string): Promise<void> {
  try {
    await navigator.share({ title, url: roomAddress() });
  } catch {
    // They changed their mind.
  }
}
