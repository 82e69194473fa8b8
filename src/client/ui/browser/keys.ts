// The questions to ask before any key is understood as a command.

/**
 * Whether the key belongs to an input method. Safari ends a composition before the keydown of the Enter that ended it,
 * and only 229 tells.
 */
export function isComposing(event: { isComposing: boolean; keyCode: number }): boolean {
  return event.isComposing || event.keyCode === 229;
}

/** Whether it is this key, which nobody was writing: not in a field or a dialog, and not a part of a shortcut. */
export function pressedAlone(event: KeyboardEvent, key: string): boolean {
  if (event.key.toLowerCase() !== key || isComposing(event)) return false;
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const { target } = event;
  return !(target instanceof Element && target.closest("input, textarea, select, [contenteditable], dialog") !== null);
}
