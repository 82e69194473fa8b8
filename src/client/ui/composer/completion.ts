// Completing what is being written: the list of options as long as there are any, and the keys that choose from it.
import { computed, type Signal, signal } from "@preact/signals";
import type { View } from "../room/view.ts";
import { type Asked, askedBy } from "./asked.ts";
import { insert } from "./insert.ts";
import { type Option, optionsFor } from "./options.ts";

const NONE: Option[] = [];

export type Completion = ReturnType<typeof complete>;

/** The completion of the view's field. */
export function complete(view: View) {
  const asked: Signal<Asked | undefined> = signal();
  const active = signal(0);
  /** Where something began that was chosen, or that nobody wanted to have completed. */
  let done: number | undefined;
  const options = computed(() => (asked.value === undefined ? NONE : optionsFor(asked.value, view)));

  function ask(now: Asked | undefined) {
    if (now?.from !== done) done = undefined;
    const next = now === undefined || now.from === done ? undefined : now;
    if (next?.kind !== asked.value?.kind || next?.query !== asked.value?.query) active.value = 0;
    asked.value = next;
  }

  function look() {
    const field = view.field.current;
    if (field === null || field.selectionStart !== field.selectionEnd) ask(undefined);
    else ask(askedBy(field.value.slice(0, field.selectionStart)));
  }

  function close() {
    done = asked.value?.from;
    asked.value = undefined;
  }

  function accept(option: Option | undefined) {
    const { current: field } = view.field;
    const from = asked.value?.from;
    if (field === null || from === undefined || option === undefined) return;
    const to = field.selectionEnd;
    close();
    insert(field, { from, to, text: option.text });
  }

  function move(by: number) {
    const { length } = options.value;
    active.value = (active.value + by + length) % length;
  }

  return {
    asked,
    options,
    active,
    accept,
    /** What a key does to the list; true where it was for it. */
    key(event: KeyboardEvent): boolean {
      if (options.value.length === 0 || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
      switch (event.key) {
        case "ArrowDown":
          move(1);
          return true;
        case "ArrowUp":
          move(-1);
          return true;
        case "Enter":
        case "Tab":
          accept(options.value[active.value]);
          return true;
        case "Escape":
          close();
          return true;
        default:
          return false;
      }
    },
    /** Follows what is written in the field, until the signal. An input method is left alone until it is done. */
    follow(field: HTMLTextAreaElement, signal: AbortSignal) {
      const hide = () => {
        asked.value = undefined;
      };
      const written = (event: Event) => {
        if (!(event instanceof InputEvent && event.isComposing)) look();
      };
      field.addEventListener("input", written, { signal });
      field.addEventListener("compositionstart", hide, { signal });
      field.addEventListener("compositionend", look, { signal });
      field.addEventListener("blur", hide, { signal });
      const moved = () => {
        // A caret that comes by opens nothing.
        if (asked.value !== undefined) look();
      };
      document.addEventListener("selectionchange", moved, { signal });
      // The first letter was written before this was here.
      if (document.activeElement === field) look();
    },
  };
}
