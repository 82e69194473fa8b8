// Whether something comes too fast from a session: by its own bucket, and by those that it shares with others.
import type { Op } from "../protocol/op.ts";
import type { Core } from "./core.ts";
import type { Metered } from "./meters.ts";
import type { Session } from "./session.ts";
import type { Turn } from "./turn.ts";

/** The whole seconds to wait, of the session's own bucket and of those that it shares; 0 where there is a token in each. */
export function waits(
  core: Core,
  { now }: Turn,
  session: Session,
  own: keyof Session["limits"],
  common: Metered,
): number {
  return session.limits[own].take(now) || core.meters.take(common, session.source, now);
}

/** Those that are no messages: an erasure reads every row, and so does who leaves. */
const METERS: Partial<Record<Op["kind"], Metered>> = {
  react: "reactions",
  rename: "renames",
  erase: "searches",
  leave: "searches",
};

/** Which of the shared buckets an op draws from. */
export function meterOf({ kind }: Op): Metered {
  return METERS[kind] ?? "messages";
}
