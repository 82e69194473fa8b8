// What of the talk is shown at first. A message that needs a part that is still on its way would grow when that comes, and
// everything above would move: until then it waits, and what is older with it. A wait has an end, for reading comes first.
import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import { painted } from "../browser/idle.ts";
import { looksRich } from "../rich/looks-rich.ts";
import { richPart } from "../rich/part.ts";
import type { Entry } from "./entries.ts";
import type { Row } from "./rows.ts";

/** The longest wait, in milliseconds. */
const PATIENCE_MS = 1_500;

/**
 * How many of these rows, from the first on, wait. None once all could be shown, and from then on. Until they are `ready`
 * they are not those that will be shown.
 */
export function waitingOf(
  rows: ReadonlySignal<readonly Row[]>,
  ready: ReadonlySignal<boolean>,
): ReadonlySignal<number> {
  const over = signal(false);
  let fetching = false;
  /** The first row that was shown: what is there stays there, and what comes after it does not wait. */
  let shown: string | undefined;
  const waiting = computed(() => {
    if (over.value || !ready.value || richPart.settled) return 0;
    const all = rows.value;
    const edge = all.findIndex(({ key }) => key === shown);
    const count = all.slice(0, edge < 0 ? all.length : edge).findLastIndex(isRich) + 1;
    shown = all[count]?.key;
    return count;
  });
  effect(() => {
    if (over.value || !ready.value || rows.value.length === 0) return;
    over.value = waiting.value === 0;
    if (over.value || fetching) return;
    fetching = true;
    // What can be read is drawn first.
    void painted().then(richPart.load);
    void patience().then(() => {
      over.value = true;
    });
  });
  return waiting;
}

/** Resolves when these can be shown as they will look: where one of them is to stand in the middle, none may come later. */
export async function allAtOnce(entries: readonly Entry[]): Promise<void> {
  if (entries.some(looksRicher)) await Promise.race([richPart.load(), patience()]);
}

function patience(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
}

function isRich(row: Row): boolean {
  return row.is === "message" && looksRicher(row.entry);
}

function looksRicher({ message: { body } }: Entry): boolean {
  return body !== null && looksRich(body.text);
}
