// The one question to ask before any key is understood as a command.

/**
 * Whether the key belongs to an input method. Safari ends a composition before the keydown of the Enter that ended it,
 * and only 229 tells.
 */
export function isComposing(event: { isComposing: boolean; keyCode: number }): boolean {
  return event.isComposing || event.keyCode === 229;
}
