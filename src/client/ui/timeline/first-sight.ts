// What of the talk is shown at first. A message that needs a part that is still on its way would grow when that comes, and
// everything above would move: until then it waits, and what is older with it. A wait has an end, for reading comes first.
import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import { painted } from "../browser/idle.ts";
import { looksRich } from "../rich/looks-rich.ts";
import { richPart } from "../rich/part.ts";
import type { Row } from "./rows.ts";

/** The longest wait, in milliseconds. */
const PATIENCE_MS = 1_500;

/** How many of these rows, from the first on, wait. None once all could be shown, and from then on. */
export function waitingOf(rows: ReadonlySignal<readonly Row[]>): ReadonlySignal<number> {
  const over = signal(false);
  let fetching = false;
  /** The first row that was shown: what is there stays there, and what comes after it does not wait. */
  let shown: string | undefined;
  const waiting = computed(() => {
    if (over.value || richPart.settled) return 0;
    const all = rows.value;
    const edge = all.findIndex(({ key }) => key === shown);
    const count = all.slice(0, edge < 0 ? all.length : edge).findLastIndex(isRich) + 1;
    shown = all[count]?.key;
    return count;
  });
  effect(() => {
    if (over.value || rows.value.length === 0) return;
    over.value = waiting.value === 0;
    if (over.value || fetching) return;
    fetching = true;
    // What can be read is drawn first.
    void painted().then(richPart.load);
    setTimeout(() => {
      over.value = true;
    }, PATIENCE_MS);
  });
  return waiting;
}

function isRich(row: Row): boolean {
  const body = row.is === "message" ? row.entry.message.body : null;
  return body !== null && looksRich(body.text);
}
