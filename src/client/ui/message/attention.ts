// Which message the reader is at, by mouse, by keyboard or by finger: heard once for the whole timeline.
import { untracked } from "@preact/signals";
import type { View } from "../room/view.ts";
import { canAnswer } from "../timeline/entries.ts";
import { walk } from "../timeline/walk.ts";
import { followPress } from "./press.ts";

/** Follows the reader in a timeline; the function returned stops. */
export function followAttention(view: View, timeline: HTMLElement): () => void {
  const { pointed, focused, message } = view.panels;
  const stop = new AbortController();
  const { signal } = stop;
  /** Where the mouse is, whatever it is shown there. */
  let over: string | undefined;
  const point = (key: string | undefined) => {
    // Within one message it is there once: what was done away with there does not come back by a movement.
    if (key === over) return;
    over = key;
    pointed.value = key;
  };
  const on = <K extends keyof HTMLElementEventMap>(kind: K, hear: (event: HTMLElementEventMap[K]) => void) =>
    timeline.addEventListener(kind, hear, { signal });

  on("pointerover", ({ pointerType, target }) => {
    if (pointerType === "mouse") point(keyAt(target));
  });
  on("pointerleave", () => point(undefined));
  on("focusin", ({ target }) => {
    const key = keyAt(target);
    if (key === focused.value || !(target instanceof Element)) return;
    // The keyboard's focus only: a click would hold the bar open after the mouse has left.
    focused.value = target.matches(":focus-visible") ? key : undefined;
    // The latest counts: only one message has its bar.
    if (focused.value !== undefined) pointed.value = undefined;
  });
  on("focusout", ({ relatedTarget }) => {
    // On its way into the bar: taken away in between, the bar would lose it.
    if (keyAt(relatedTarget) !== focused.value) focused.value = undefined;
  });
  on("keydown", (event) => walk(view, timeline, event));
  on("animationend", ({ animationName }) => {
    if (animationName === "lit") view.jumps.lit.value = undefined;
  });
  const press = (target: Element) => {
    const entry = untracked(() => view.entries.value.find(({ key }) => key === keyAt(target)));
    if (entry !== undefined && canAnswer(entry)) message.value = entry.key;
  };
  followPress(timeline, press, signal);
  // Where the mouse and the keyboard were before anybody followed them.
  point(keyAt(timeline.querySelector("[data-key]:hover")));
  focused.value = keyAt(timeline.querySelector(":focus-visible"));
  return () => stop.abort();
}

/** Something was done with the message: the mouse has done with it, and the keyboard stays at it. */
export function doneWith(view: View, key: string): void {
  const { pointed, focused } = view.panels;
  pointed.value = undefined;
  // The button that was pressed may be gone.
  if (focused.value === key) document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus();
}

function keyAt(target: EventTarget | null): string | undefined {
  return target instanceof Element ? target.closest<HTMLElement>("[data-key]")?.dataset.key : undefined;
}
