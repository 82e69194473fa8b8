// Whether a turn had better wait for the last one's frames to be out. A frame costs about the same whether it carries one
// event or forty, so a busy room is fast by taking many at a time.

/** A zero-delay timer that is later than this, in ms, was held up by frames on their way out. */
const LATE_MS = 2;

/**
 * Whether a timer that was due at `due` (ms) fired late. Then the answers to the last of those frames are just arriving:
 * a turn now would leave them for the next, and the room would go on in half-full turns (bench/README.md, 2026-11).
 */
export function isLate(now: number, due: number): boolean {
  return now - due > LATE_MS;
}
