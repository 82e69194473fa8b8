// What helps with writing: names, emoji and commands to choose from, marks by keys, a field as tall
// as what is in it, and why a command was not obeyed.
import { useSignalEffect } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { isComposing } from "../browser/keys.ts";
import { isMac } from "../help/platform.ts";
import type { View } from "../room/view.ts";
import { complete } from "./completion.ts";
import { useGrowing } from "./growing.ts";
import { insert } from "./insert.ts";
import { changeBy } from "./marks.ts";
import { LIST, optionId, Suggestions } from "./suggestions.tsx";
import { Wrong } from "./wrong.tsx";

/** The aids of the view's field. */
export function Aids({ view }: { view: View }) {
  const completion = useMemo(() => complete(view), [view]);
  useGrowing(view.field, view.composing.text.value);

  useEffect(() => {
    const field = view.field.current;
    if (field === null) return;
    const stop = new AbortController();
    const { signal } = stop;
    completion.follow(field, signal);
    const mac = isMac(navigator.platform);
    const key = (event: KeyboardEvent) => {
      if (isComposing(event)) return;
      const { value: text, selectionStart: start, selectionEnd: end } = field;
      const change = changeBy(event, { text, start, end }, mac);
      if (change !== undefined) insert(field, change);
      else if (!completion.key(event)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    // Before the composer hears of it, who would send, or give up an edit.
    field.addEventListener("keydown", key, { signal, capture: true });
    return () => stop.abort();
  }, [view, completion]);

  useSignalEffect(() => {
    const field = view.field.current;
    const open = completion.options.value.length > 0;
    field?.setAttribute("aria-autocomplete", "list");
    put(field, "aria-controls", open ? LIST : undefined);
    put(field, "aria-activedescendant", open ? optionId(completion.active.value) : undefined);
  });

  return (
    <>
      <Wrong view={view} />
      <Suggestions completion={completion} />
    </>
  );
}

function put(field: HTMLElement | null, name: string, value: string | undefined) {
  if (value === undefined) field?.removeAttribute(name);
  else field?.setAttribute(name, value);
}
