// Messages that are not loaded change too, and no event about them leaves a trace but the cursor. What a quote shows of
// them is to be fetched again then.
import { type ReadonlySignal, signal } from "@preact/signals";
import type { Room } from "../room.ts";
import type { State } from "../state.ts";

/** In milliseconds: a busy room changes something all the time. */
const AT_MOST_EVERY_MS = 1000;

/** Whether something else than new messages came: perhaps a change of a message that is not loaded. */
export function changedElsewhere(before: State, after: State): boolean {
  const said = after.messages.filter(({ seq }) => seq > before.cursor).length;
  return before.welcomed && after.cursor - before.cursor !== said;
}

/**
 * Whether this is another log than before, or the same one from an earlier time: what was meant by a seq is gone. The
 * first log that comes is another one too; before it nothing was meant.
 */
export function isOtherLog(before: State, after: State): boolean {
  return after.epoch !== before.epoch || after.cursor < before.cursor;
}

/** A number that goes up when quotes of messages that are not loaded may be out of date. */
export function elsewhere(room: Room): ReadonlySignal<number> {
  const changes = signal(0);
  let before = room.state;
  let waiting = false;
  room.subscribe(() => {
    const changed = changedElsewhere(before, room.state);
    before = room.state;
    if (!changed || waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      changes.value++;
    }, AT_MOST_EVERY_MS);
  });
  return changes;
}
