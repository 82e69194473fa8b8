// The room's address and other lines, into the clipboard or the phone's share sheet, where there is one.
import { signal } from "@preact/signals";
import { roomAddress } from "./address.ts";
import { toClipboard } from "./clipboard.ts";

/** So long a button says that it has copied, in milliseconds. */
const SHOWN_MS = 2_000;

/** The text that was just copied, for the button that did it to say so. */
export const copied = signal<string | undefined>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** Copies a text; false where that can't be done. Must be called from a click or a key. */
export async function copy(text: string): Promise<boolean> {
  if (!(await toClipboard(text))) return false;
  copied.value = text;
  clearTimeout(timer);
  timer = setTimeout(() => {
    copied.value = undefined;
  }, SHOWN_MS);
  return true;
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
