// When something of a kind was last done in the room, as far as the talk that is loaded tells: what was asked for before is old.
import type { Mark, Message } from "../../../protocol/event.ts";

/** The seq of the last mark of one of these kinds; 0 where there is none. */
export function lastMark(messages: readonly Message[], kinds: readonly Mark["kind"][]): number {
  const marks = messages.flatMap((message) => message.marks ?? []);
  return marks.findLast(({ kind }) => kinds.includes(kind))?.seq ?? 0;
}
