// One live socket as the room sees it, and what of it outlives the room's sleep.
import * as v from "valibot";
import { PING_EVERY_MS, PONG_WAIT_MS, SILENT_BYTES, SLOW_BYTES } from "../protocol/limits.ts";
import { Person } from "../protocol/person.ts";
import type { Code, Refusal } from "../protocol/refusal.ts";
import { meaning } from "../protocol/status.ts";
import { say } from "../protocol/text.ts";
import type { Rates } from "./abuse.ts";
import type { Source } from "./meters.ts";
import { type Bucket, bottomless, bucket } from "./rate.ts";

/**
 * What the socket's attachment keeps (≤ 16 KiB): a room that was just woken knows nothing else of its sessions.
 * `stage` is `new` until hello, `behind` while a resume is replayed up to `sent`, and `live` once level with the log.
 */
export const Memory = v.object({
  person: Person,
  /** Where its socket comes from, hashed; `""` where that is not known. */
  address: v.optional(v.string(), ""),
  codec: v.picklist(["parlor", "text"]),
  /** When it was opened, in ms. */
  came: v.optional(v.number()),
  /** It came with the passcode, and its member is not remembered for that as long as they only read. */
  passed: v.optional(v.boolean()),
  /** When a frame of its last came, in ms, give or take HEARD_WITHIN_MS. */
  heard: v.number(),
  stage: v.variant("is", [
    v.object({ is: v.literal("new") }),
    v.object({ is: v.literal("behind"), sent: v.number() }),
    v.object({ is: v.literal("live") }),
  ]),
  credit: v.boolean(),
  read: v.number(),
  /** Whether it is looked at, as far as it has said; sessions from before that was asked have said nothing. */
  looking: v.optional(v.boolean()),
});
export type Memory = v.InferOutput<typeof Memory>;

const HEARD_WITHIN_MS = 15_000;
/** Who looks at a room pings every PING_EVERY_MS: one not heard of for so long, in milliseconds, is looked at by nobody. */
const LOOKS_FOR_MS = PING_EVERY_MS + PONG_WAIT_MS + HEARD_WITHIN_MS;

/** The socket under a session: what the room's core needs of the platform. None of these throws. */
export interface Link {
  /** Of the session over HTTP whose link this is, since this object was made. */
  readonly id?: string;
  send(frame: string): void;
  close(code: number, reason: string): void;
  /** Keeps this for when the room wakes. */
  keep(memory: Memory): void;
  /** When the runtime last answered a ping of this socket's, in ms, or null. */
  lastPing(): number | null;
}

export class Session {
  readonly link: Link;
  readonly limits: Record<keyof Rates["session"], Bucket>;
  /** Closed by us: whatever still arrives is nobody's. */
  closed = false;
  /** Closed because too much came that could not be read, or too fast. */
  abusive = false;
  /** When its last frame came, in ms. */
  heardAt: number;
  /** How much of the traffic (credit.ts) it is known to have received, was sent before its last frame, or not at all. */
  received: number;
  #memory: Memory;

  constructor(link: Link, memory: Memory, received: number, rates: Rates | undefined) {
    this.link = link;
    this.#memory = memory;
    this.heardAt = memory.heard;
    this.received = received;
    const of = (rate: keyof Rates["session"]) => (rates === undefined ? bottomless : bucket(rates.session[rate]));
    this.limits = {
      ops: of("ops"),
      asks: of("asks"),
      searches: of("searches"),
      batches: of("batches"),
      signals: of("signals"),
      faults: of("faults"),
      patience: of("patience"),
    };
  }

  get memory(): Memory {
    return this.#memory;
  }

  get member(): string {
    return this.#memory.person.member;
  }

  get source(): Source {
    const { address, passed } = this.#memory;
    return { member: this.member, address, passed };
  }

  /** A frame of its came. What the room would forget in its sleep is kept, though not at every frame. */
  hearAt(now: number): void {
    this.heardAt = now;
    if (now - this.#memory.heard > HEARD_WITHIN_MS) this.remember({ heard: now });
  }

  /** When it was last heard of, by a frame or a ping, in ms. */
  get seenAt(): number {
    return Math.max(this.heardAt, this.link.lastPing() ?? 0);
  }

  /** Whether somebody looks at the room in it at `now` (ms), as far as can be told: text sessions neither say so nor ping. */
  isLookedAt(now: number): boolean {
    const { codec, looking } = this.#memory;
    return codec === "text" || (looking !== false && now - this.seenAt < LOOKS_FOR_MS);
  }

  /** Changes what is known of the session, for as long as its socket lives. */
  remember(change: Partial<Memory>): void {
    if (this.closed) return;
    this.#memory = { ...this.#memory, ...change };
    this.link.keep(this.#memory);
  }

  refuse(refusal: Refusal): void {
    const frame = { type: "refused", ...refusal };
    this.link.send(this.#memory.codec === "text" ? say.refused(refusal) : JSON.stringify(frame));
  }

  /** Refuses what could not be read. Where such frames keep coming, that is the end of the session. */
  fault(now: number, refusal: Refusal): void {
    if (this.limits.faults.take(now) === 0) this.refuse(refusal);
    else this.end("abuse");
  }

  /** Refuses what came too fast. Where it goes on coming, that is the end of the session. */
  tooFast(now: number, refusal: Omit<Refusal, "code">): void {
    if (this.limits.patience.take(now) === 0) this.refuse({ code: "too_fast", ...refusal });
    else this.end("abuse");
  }

  /** Refuses, and ends the session with the close code that goes with it. */
  end(code: Code, more: Pick<Refusal, "reason" | "retryAfter"> = {}): void {
    if (this.closed) return;
    this.refuse({ code, ...more });
    this.closed = true;
    this.abusive = code === "abuse";
    this.link.close(meaning(code).close, code);
  }

  /** Whether too much of the traffic, so many bytes by now, is on its way to this session. */
  isSlow(traffic: number): boolean {
    // Who says `got` is measured against it; who can't is given more, from their last frame on.
    return traffic - this.received > (this.#memory.credit ? SLOW_BYTES : SILENT_BYTES);
  }
}
