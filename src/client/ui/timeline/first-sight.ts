// When the talk is first shown: once nothing that it needs would still move it. A wait has an end, for reading comes first.
import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import { looksRich } from "../rich/looks-rich.ts";
import { richPart } from "../rich/part.ts";
import type { Entry } from "./entries.ts";

/** The longest wait, in milliseconds. */
const PATIENCE_MS = 1_500;

/** True once these can be shown, and from then on. */
export function firstSight(entries: ReadonlySignal<readonly Entry[]>): ReadonlySignal<boolean> {
  const seen = signal(false);
  const rich = computed(() => entries.value.some(({ message: { body } }) => body !== null && looksRich(body.text)));
  let waiting = false;
  effect(() => {
    if (seen.value || entries.value.length === 0) return;
    if (!rich.value || richPart.settled) {
      seen.value = true;
      return;
    }
    if (waiting) return;
    waiting = true;
    void richPart.load();
    setTimeout(() => {
      seen.value = true;
    }, PATIENCE_MS);
  });
  return seen;
}
