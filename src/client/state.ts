// What a client knows of its room: one immutable value, changed only by the pure reducer in reduce.ts.
import type { You } from "../protocol/down.ts";
import type { Message, SomeRules } from "../protocol/event.ts";
import type { Op } from "../protocol/op.ts";
import type { Person } from "../protocol/person.ts";

/** How the connection stands. Times are milliseconds since 1970. */
export type Link =
  /** A socket is being opened, or it is open and the welcome has not come yet. */
  | { is: "connecting"; since: number }
  | { is: "open" }
  /** Lost; the next try is at `until`. `since` is when the link was lost, `code` why, where the room has said so. */
  | { is: "waiting"; since: number; until: number; code?: string }
  /** The person pressed Disconnect. */
  | { is: "off" }
  /**
   * The room or the Worker said no for good: `reload` for a newer client, or `give_up`. `reason` is what a moderator said of
   * it; trying again by hand is of no use before `until`.
   */
  | { is: "refused"; code: string; remedy: "reload" | "give_up"; reason?: string; until?: number };

/** An op that is not in the log yet, as far as this client knows. */
export interface Pending {
  op: Op;
  /** When it was written, for its place and its time on screen. */
  at: number;
  /** The log that was on screen then: `target` and `replyTo` are places in it. */
  epoch: string;
  /** `waiting` resends by itself; `failed` was refused and waits for its writer: Retry or Delete. */
  status: "waiting" | "failed";
  /** Why it failed. */
  code?: string;
}

/** An op without its id. */
export type Wish<O extends Op = Op> = O extends Op ? Omit<O, "id"> : never;

/** Messages without a hole between them, oldest first; `older` there are before them. */
export interface Passage {
  messages: readonly Message[];
  older: boolean;
}

export interface State {
  room: string;
  /** What the room is about, `""` where nobody has said. */
  topic: string;
  /** What is set for the room. */
  rules: SomeRules;
  link: Link;
  /** Who I am here, from the first welcome on. */
  you: You | undefined;
  /** Which log, the last seq applied and its id, and the head that the room last spoke of. */
  epoch: string;
  cursor: number;
  last: string;
  head: number;
  /** Loaded messages, oldest first. */
  messages: readonly Message[];
  /** What is read instead of the latest, after a jump to an old message. Between the two there are messages not loaded. */
  passage: Passage | undefined;
  /** Messages that are not loaded but that somebody looked up, by seq: what becomes of them is followed too. */
  lookedUp: ReadonlyMap<number, Message>;
  /** There are older messages to ask for, and an ask for them is under way. */
  older: boolean;
  loading: boolean;
  /** Everyone of whom this client has heard, by member id. */
  people: ReadonlyMap<string, Person>;
  /** Who is here now, as far as the roster names them. Somebody who left stays for LEAVE_GRACE_MS. */
  here: readonly string[];
  /** Those of `here` who have left, and for whom LEAVE_GRACE_MS are running. */
  leaving: readonly string[];
  /** How many are here, those who are leaving included. */
  count: number;
  /** Members who are typing, other than me. */
  typing: readonly string[];
  /** How far others have read. */
  read: ReadonlyMap<string, number>;
  /** My ops without an echo, oldest first. */
  pending: readonly Pending[];
  /** Set while the room asks us to go slower: when we go on, in milliseconds since 1970. */
  slowUntil: number | undefined;
  /** A first welcome has come: what is shown is the room and not an empty start. */
  welcomed: boolean;
}

/** A room with no link yet. */
export function emptyRoom(room: string): State {
  return {
    room,
    topic: "",
    rules: {},
    link: { is: "connecting", since: 0 },
    you: undefined,
    epoch: "",
    cursor: 0,
    last: "",
    head: 0,
    messages: [],
    passage: undefined,
    lookedUp: new Map(),
    older: false,
    loading: false,
    people: new Map(),
    here: [],
    leaving: [],
    count: 0,
    typing: [],
    read: new Map(),
    pending: [],
    slowUntil: undefined,
    welcomed: false,
  };
}
