// When the next turn is: at once in a quiet room; in a busy one, when the last turn's frames have gone out. What arrives
// in the meantime goes together, for a frame costs about the same whether it carries one event or forty.

/** What one frame to one session takes of the machine, in ms, rather more than less (bench/README.md, 2026-11). */
const FRAME_MS = 0.05;

/** A timer that is later than this, in ms, waited for frames that were on their way. */
const LATE_MS = 2;

/** Whether all that the last turn had to send is surely out, so that there is nothing to wait for. Times are in ms. */
export function isQuiet(now: number, lastTurn: number, sessions: number): boolean {
  return now - lastTurn > 1 + FRAME_MS * sessions;
}

/**
 * Whether a timer without delay, due at `due`, fired late. Then frames were still going out, and the answers to the last
 * of them are just arriving: a turn now would leave them for the next, and the room would go on in two half-full turns.
 */
export function isLate(now: number, due: number): boolean {
  return now - due > LATE_MS;
}
