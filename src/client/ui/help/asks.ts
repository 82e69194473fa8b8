// Whether a key asks for the help.
import { isComposing } from "../browser/keys.ts";

/** A `?` that nobody was writing: not in a field, and not a part of a shortcut. */
export function asksForHelp(event: KeyboardEvent): boolean {
  if (event.key !== "?" || isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return false;
  const { target } = event;
  return !(target instanceof Element && target.closest("input, textarea, select, [contenteditable], dialog") !== null);
}
