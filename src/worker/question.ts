// What a GET of a room asks for: from which place on, or before which, how much, and how long it waits for more.
import type { Context } from "hono";
import * as v from "valibot";
import { BATCH_EVENTS, WAIT_S } from "../protocol/limits.ts";
import type { Asked, Since } from "../room/answer.ts";
import { fail } from "./fail.ts";

export interface Question extends Asked {
  /** Seconds to wait for an event after `since`, where there is none yet. */
  wait: number;
}

const whole = (least: number, most: number) =>
  v.optional(v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number), v.minValue(least), v.maxValue(most)));

const Query = v.object({
  before: whole(1, Number.MAX_SAFE_INTEGER),
  limit: whole(1, BATCH_EVENTS),
  wait: whole(0, WAIT_S),
});

/** Reads the query; what is wrong in it is refused. A stream that goes on says where in `Last-Event-ID`. */
export function readQuestion(c: Context): Question {
  const query = v.safeParse(Query, c.req.query());
  if (!query.success) return fail("bad_query");
  const { before, limit, wait = 0 } = query.output;
  const place = c.req.header("Last-Event-ID") ?? c.req.query("since");
  const since = place === undefined ? undefined : readSince(place);
  // A page ends at a place or begins at one; and to wait for what comes after, one says after what.
  if ((since !== undefined && before !== undefined) || (since === undefined && wait > 0)) fail("bad_query");
  return {
    wait,
    ...(since !== undefined && { since }),
    ...(before !== undefined && { before }),
    ...(limit !== undefined && { limit }),
  };
}

/** `57` or `epoch.57`. */
function readSince(raw: string): Since {
  const [, epoch, digits] = /^(?:([A-Za-z0-9_-]{16,64})?\.)?(\d{1,15})$/.exec(raw) ?? [];
  if (digits === undefined) return fail("bad_cursor");
  const seq = Number(digits);
  return epoch === undefined ? { seq } : { seq, epoch };
}
