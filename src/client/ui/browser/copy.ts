// Copying by a button, which then tells for a moment that it was done. Where there is no button, see copy-text.ts.
import { signal } from "@preact/signals";
import { toClipboard } from "./clipboard.ts";

/** So long a button says that it has copied, in milliseconds. */
const SHOWN_MS = 2_000;

/** The text that was just copied, for the button that did it to say so. */
export const justCopied = signal<string | undefined>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** Copies a text; false where that can't be done. Must be called from a click or a key. */
export async function copy(text: string): Promise<boolean> {
  if (!(await toClipboard(text))) return false;
  justCopied.value = text;
  clearTimeout(timer);
  timer = setTimeout(() => {
    justCopied.value = undefined;
  }, SHOWN_MS);
  return true;
}
