// What of the talk is shown at first: from its end upwards, in steps. A message that needs a part that is still
// on its way would grow when that comes, and everything above would move: until then it waits, and what is older with it.
// A wait has an end, for reading comes first.
import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import { breath, painted } from "../browser/idle.ts";
import { looksRich } from "../rich/looks-rich.ts";
import { richPart } from "../rich/part.ts";
import type { Entry } from "./entries.ts";
import type { Row } from "./rows.ts";

/** The longest wait, in milliseconds. */
const PATIENCE_MS = 1_500;

/** So many rows are drawn first: of plain ones half a screen, of those that may be rich one, for each may take as long. */
const PLAIN = 12;
const RICH = 1;

/** How many of these rows, from the first on, wait. None once all were shown, and from then on. */
export function waitingOf(rows: ReadonlySignal<readonly Row[]>): ReadonlySignal<number> {
  const over = signal(false);
  /** The key of the first row that is shown: what is there stays there, and what comes after it does not wait. */
  const first = signal<string | undefined>();
  let begun = false;

  /**
   * Shows rows up to the last one that has to wait; says how many are left. In steps, so that the reader is heard between
   * two, and each twice as large as the one before, for what has just been done once is soon done again.
   */
  async function showUpTo(waits: (row: Row) => boolean, most: number): Promise<number> {
    for (let step = most; ; step *= 2) {
      const all = rows.peek();
      const edge = indexOf(first.peek(), all);
      const held = all.slice(0, edge).findLastIndex(waits) + 1;
      first.value = all[Math.max(held, edge - step)]?.key;
      if (edge - step <= held) return held;
      await breath();
    }
  }

  async function showAll() {
    if (!richPart.settled && (await showUpTo(isRich, PLAIN)) > 0) {
      // What can be read is drawn first.
      await Promise.race([painted().then(richPart.load), patience()]);
    }
    await showUpTo(() => false, RICH);
    over.value = true;
  }

  effect(() => {
    if (begun || rows.value.length === 0) return;
    begun = true;
    void showAll();
  });
  return computed(() => (over.value ? 0 : indexOf(first.value, rows.value)));
}

/** Where the row with this key is; behind all of them if it is none. */
function indexOf(key: string | undefined, rows: readonly Row[]): number {
  const index = rows.findIndex((row) => row.key === key);
  return index < 0 ? rows.length : index;
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
