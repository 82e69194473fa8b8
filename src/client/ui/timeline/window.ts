// Which part of a long talk is in the page: at most so many rows, at the end, or from a line on that the reader has come to.
import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { Entry } from "./entries.ts";
import { sameGroup } from "./rows.ts";
import { dayOf } from "./when.ts";

/** Most rows in the page, dividers included. */
export const MOST_ROWS = 300;
/** Lines in the page while one is at the end, once there was time for more than the first screen. */
const AT_END = 120;
/** So many more at a time, so that the reader is heard between two steps. */
const MORE = 10;
/** About how tall a line is at least, in pixels: one that goes on in a group, and one that opens it. */
const JOINED_PX = 28;
const OPENING_PX = 52;
/** Lines by which the window moves. */
const STEP = 60;

/** How many lines from `start` on fit, each with the divider of its day if it begins one, and its marks. */
export function fitting(entries: readonly Entry[], start: number): number {
  // One row is kept for the "new" line.
  let rows = 1;
  let day: number | undefined;
  for (let index = start; index < entries.length; index++) {
    const { at = 0, marks = [] } = entries[index]?.message ?? {};
    const today = dayOf(at);
    rows += (today === day ? 1 : 2) + marks.length;
    if (rows > MOST_ROWS) return index - start;
    day = today;
  }
  return entries.length - start;
}

/** How many of the last lines fill a screen that is so many pixels high. */
export function filling(entries: readonly Entry[], height: number): number {
  let lines = 0;
  for (let left = height; left > 0 && lines < entries.length; lines++) {
    const [before, line] = [entries.at(-lines - 2), entries.at(-lines - 1)];
    left -= before && line && sameGroup(before.message, line.message) ? JOINED_PX : OPENING_PX;
  }
  return lines;
}

/** A window over these entries; at first, over as many as fill a screen that is so many pixels high. */
export function openWindow(entries: ReadonlySignal<readonly Entry[]>, height: number) {
  /** The key of the first line drawn; none while the window is at the end, wherever that comes to be. */
  const first = signal<string | undefined>();
  /** Lines beyond the first screen. */
  const more = signal(0);
  const atEnd = computed(() => Math.min(AT_END, filling(entries.value, height) + more.value));

  const start = computed(() => {
    const at = first.value === undefined ? -1 : entries.value.findIndex(({ key }) => key === first.value);
    return at >= 0 ? at : Math.max(0, entries.value.length - atEnd.value);
  });
  const end = computed(() => start.value + fitting(entries.value, start.value));

  function moveTo(index: number) {
    first.value = entries.peek()[Math.max(0, index)]?.key;
  }

  return {
    entries: computed(() => entries.value.slice(start.value, end.value)),
    /** What stands before them. */
    above: computed(() => entries.value[start.value - 1]),
    /** Nothing is above the window, or below it. */
    atTop: computed(() => start.value === 0),
    atBottom: computed(() => end.value === entries.value.length),
    up: () => moveTo(start.peek() - STEP),
    down: () => moveTo(Math.min(start.peek() + STEP, entries.peek().length - 1)),
    /** There is time for more than the first screen. True while there is more to come: once that is drawn, do it again. */
    widen(): boolean {
      // A reader who has gone up meanwhile holds the first line: no step would draw anything before it.
      const bySteps = first.value === undefined && start.value > 0 && atEnd.value + MORE < AT_END;
      more.value = bySteps ? more.value + MORE : AT_END;
      return more.value < AT_END;
    },
    toEnd() {
      first.value = undefined;
    },
    /** What is first stays first, however many lines come below. */
    hold() {
      if (first.peek() === undefined) moveTo(start.peek());
    },
    /** Takes in a line, with enough before it that it can stand in the middle. False where there is no such line. */
    show(key: string): boolean {
      const index = entries.peek().findIndex((entry) => entry.key === key);
      if (index >= 0 && (index < start.peek() + STEP || index >= end.peek())) moveTo(index - STEP);
      return index >= 0;
    },
  };
}
