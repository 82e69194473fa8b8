// Frames from the room to a client, and the one place where a client reads them.
import * as v from "valibot";
import { Event, Message, SomeRules } from "./event.ts";
import { Count, Seq } from "./id.ts";
import { Person } from "./person.ts";

const People = v.array(Person);

/** Where the log stands. `epoch` is the id of its first event, `""` while there is none. */
const place = { epoch: v.string(), head: Count, tail: Count };

/** Somebody as they are told of themselves. */
export const You = v.object({
  ...Person.entries,
  role: v.string(),
  /** A moderator made them a guest: what they write makes them no member. */
  demoted: v.optional(v.literal(true)),
});

export type You = v.InferOutput<typeof You>;

export const Welcome = v.object({
  type: v.literal("welcome"),
  you: You,
  /** `topic` is `""` where there is none. Older rooms have none, nor `rules` (rules.ts). */
  room: v.object({ name: v.string(), topic: v.optional(v.string(), ""), rules: v.optional(SomeRules, {}) }),
  ...place,
  /** The id of the event at the head: with `head`, where a client that takes the page stands. `""` where there is none. */
  last: v.string(),
  /** True where the cursor could not be honoured: forget what you have, the page is what there is. */
  reset: v.boolean(),
  /** `here` names up to ROSTER_PEOPLE of the `count` people in the room, with how far they have read. */
  roster: v.object({ count: Count, here: People, read: v.optional(v.array(v.tuple([v.string(), Count])), []) }),
  /** The latest messages as they are now, oldest first, unless this resumes. */
  page: v.optional(v.array(Message)),
  /** Everyone whom the page mentions. */
  people: v.optional(People, []),
  /** There are messages before the page. */
  more: v.optional(v.boolean(), false),
});
export type Welcome = v.InferOutput<typeof Welcome>;

export const DownFrame = v.variant("type", [
  Welcome,
  v.object({
    type: v.literal("events"),
    /** Contiguous from the client's cursor + 1. */
    events: v.array(Event),
    /** Those of their authors of whom this client may not have been told yet. */
    people: v.optional(People, []),
    /** Part of a resume, and there is more: the room waits for `got`. */
    more: v.optional(v.boolean(), false),
  }),
  /** Resent ops that were in the log already, each with its seq. */
  v.object({ type: v.literal("stored"), ids: v.array(v.tuple([v.string(), Count])) }),
  v.object({
    type: v.literal("roster"),
    count: Count,
    joined: v.optional(People, []),
    left: v.optional(v.array(v.string()), []),
    read: v.optional(v.array(v.tuple([v.string(), Count])), []),
  }),
  v.object({ type: v.literal("typing"), member: v.string(), on: v.boolean() }),
  v.object({
    type: v.literal("answer"),
    ref: Count,
    page: v.array(Message),
    people: People,
    more: v.boolean(),
    /** Of a search: the oldest message that was looked at. */
    reached: v.optional(Seq),
  }),
  v.object({
    type: v.literal("refused"),
    // A newer room may have codes that we don't know; what to do about those is `fix`.
    code: v.string(),
    id: v.optional(v.string()),
    ref: v.optional(Count),
    /** Seconds. */
    retryAfter: v.optional(v.number()),
    /** What a moderator said of it. */
    reason: v.optional(v.string()),
  }),
  /** The log begins here now: what is before it was kept for as long as the room wants. */
  v.object({ type: v.literal("tail"), tail: Seq }),
  v.object({ type: v.literal("pong"), epoch: v.string(), head: Count }),
]);
export type DownFrame = v.InferOutput<typeof DownFrame>;

/** The frames of one type, or of several. */
export type Down<T extends DownFrame["type"]> = Extract<DownFrame, { type: T }>;

/** Reads a frame of the room's, or nothing where it is not one that this build knows. */
export function parseDown(data: unknown): DownFrame | undefined {
  if (typeof data !== "string") return undefined;
  try {
    const frame = v.safeParse(DownFrame, JSON.parse(data));
    return frame.success ? frame.output : undefined;
  } catch {
    return undefined;
  }
}
