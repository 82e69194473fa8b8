// Who is banned from a room, as its moderators are told over HTTP.
import * as v from "valibot";
import { Person } from "../../../protocol/person.ts";
import type { State } from "../../state.ts";
import { roomPath } from "../room/links.ts";
import { lastMark } from "../timeline/last-mark.ts";

const Banned = v.object({
  who: Person,
  /** Until when, in ms since 1970; `null` is for ever. */
  until: v.nullable(v.number()),
  address: v.boolean(),
  by: v.optional(Person),
  reason: v.optional(v.string()),
});
export type Banned = v.InferOutput<typeof Banned>;

const Answer = v.object({ banned: v.array(Banned) });

/** Asks for the list; undefined where it can't be had. */
export async function askBanned(room: string): Promise<Banned[] | undefined> {
  try {
    const answer = await fetch(`${roomPath(room)}/bans`);
    const read = v.safeParse(Answer, await answer.json());
    return answer.ok && read.success ? read.output.banned : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The seq of the last ban, or end of one, that the talk tells of; 0 where it tells of none. A talk without messages tells of
 * nothing, so there any event may have been one.
 */
export function lastBan({ messages, cursor }: State): number {
  return messages.length === 0 ? cursor : lastMark(messages, ["ban"]);
}
