// The keyboard among messages: arrows from one to the next, and a letter for what one would do with the one in focus.
import { copyText } from "../browser/copy-text.ts";
import { isComposing } from "../browser/keys.ts";
import { messageAddress } from "../room/links.ts";
import type { View } from "../room/view.ts";
import { canAnswer, canEdit, type Entry } from "./entries.ts";

/** Does what a key that was pressed in the timeline asks for. */
export function walk(view: View, timeline: HTMLElement, event: KeyboardEvent): void {
  const { target } = event;
  if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey || !(target instanceof HTMLElement)) return;
  if (event.key === "ArrowUp" || event.key === "ArrowDown") {
    if (step(timeline, target, event.key === "ArrowUp" ? -1 : 1)) event.preventDefault();
    return;
  }
  // A letter is for the message itself, not for a button or a link in it.
  const entry = view.entries.value.find(({ key }) => key === target.dataset.key);
  const deed = entry && deedOf(view, entry, event.key);
  if (deed === undefined) return;
  event.preventDefault();
  deed();
}

function step(timeline: HTMLElement, from: HTMLElement, by: number): boolean {
  const rows = [...timeline.querySelectorAll<HTMLElement>("[data-key]")];
  const here = rows.findIndex((row) => row.contains(from));
  const next = rows[here + by];
  if (here < 0 || next === undefined) return false;
  next.focus();
  return true;
}

function deedOf(view: View, entry: Entry, key: string): (() => void) | undefined {
  const { message } = entry;
  if (!canAnswer(entry)) return undefined;
  const own = canEdit(entry, view.me.value);
  switch (key) {
    case "Enter":
    case "+":
      return () => {
        view.panels.message.value = entry.key;
      };
    case "r":
      return () => view.composing.reply(message);
    case "c":
      return () => void copyText(message.body?.text ?? "");
    case "l":
      return () => void copyText(messageAddress(message.seq));
    case "e":
      return own ? () => view.composing.edit(message) : undefined;
    case "Delete":
    case "Backspace":
      return own ? () => view.deletions.delete(message.seq) : undefined;
    default:
      return undefined;
  }
}
