// Who is told by Web Push of what is said here: they ask for it, and take it back.
import { programOf } from "../protocol/bot.ts";
import { OPERATOR } from "../protocol/operator.ts";
import type { Subscription } from "../protocol/push.ts";
import type { Refusal } from "../protocol/refusal.ts";
import { type Core, transact } from "./core.ts";
import { shutsOut } from "./door.ts";
import type { Source } from "./meters.ts";

/** Takes in a browser of somebody who may come in, at `now` (ms); or says why not. */
export function subscribe(core: Core, source: Source, subscription: Subscription, now: number): Refusal | undefined {
  const no = shutsSubscriber(core, source, now);
  if (no !== undefined) return no;
  const { pushes, log } = core;
  const taken = transact(core, () => pushes.add(source.member, subscription, now, log.head));
  return taken ? undefined : { code: "full" };
}

/** Lets go of one, which was theirs. Who is shut out can still do that. */
export function unsubscribe(core: Core, source: Source, endpoint: string, now: number): Refusal | undefined {
  const no = tooFast(core, source, now);
  if (no === undefined) transact(core, () => core.pushes.remove(source.member, endpoint));
  return no;
}

function shutsSubscriber(core: Core, source: Source, now: number): Refusal | undefined {
  // A program has no browser.
  if (programOf(source.member) !== undefined || source.member === OPERATOR.member) return { code: "not_allowed" };
  const code = shutsOut(core, source, now);
  return code === undefined ? tooFast(core, source, now) : { code };
}

function tooFast({ meters }: Core, source: Source, now: number): Refusal | undefined {
  const retryAfter = meters.take("posts", source, now);
  return retryAfter === 0 ? undefined : { code: "too_fast", retryAfter };
}
