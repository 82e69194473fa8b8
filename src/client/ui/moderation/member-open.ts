// Whose sheet is open, over the room: one at a time.
import { signal } from "@preact/signals";

/** The member about whom one looks what can be done. */
export const memberOpen = signal<string | undefined>();
