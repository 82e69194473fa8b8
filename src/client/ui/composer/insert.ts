// Writing into the field as if it was typed, so that the browser can undo it.

/** A piece of text in place of another, and what is selected then. All are places in UTF-16 units. */
export interface Change {
  from: number;
  to: number;
  text: string;
  /** Counted from the beginning of `text`; without it, the caret stands behind it. */
  select?: readonly [start: number, end: number];
}

/** Makes the change in the field, which gets the focus. */
export function insert(field: HTMLTextAreaElement, { from, to, text, select }: Change): void {
  field.focus();
  field.setSelectionRange(from, to);
  // Deprecated, and the only way that keeps the field's undo.
  if (!document.execCommand("insertText", false, text)) setText(field, { from, to, text });
  if (select !== undefined) field.setSelectionRange(from + select[0], from + select[1]);
}

/** Makes the change without the focus, which on a phone would raise the keyboard. */
export function setText(field: HTMLTextAreaElement, { from, to, text }: Change): void {
  field.setRangeText(text, from, to, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}
