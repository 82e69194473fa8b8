// The emoji that I chose last.
import { signal } from "@preact/signals";
import { recall, remember } from "../browser/remembered.ts";
import { isEmoji } from "./search.ts";

const MOST = 16;

/** Nothing stored is asked for in vain: an expression of all emoji takes its time to be made. */
function isChosen(stored: string): boolean {
  return stored !== "" && isEmoji(stored);
}

/** The latest first. */
export const recent = signal<readonly string[]>((recall("emoji") ?? "").split(" ").filter(isChosen).slice(0, MOST));

/** Remembers that this one was chosen. */
export function wasChosen(emoji: string): void {
  recent.value = [emoji, ...recent.value.filter((other) => other !== emoji)].slice(0, MOST);
  remember("emoji", recent.value.join(" "));
}
