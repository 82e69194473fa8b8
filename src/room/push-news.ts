// Tells the push services of browsers what was said, encrypted so that only the browser reads it (RFC 8291).
import { createHash } from "node:crypto";
import { buildPushPayload } from "@block65/webcrypto-web-push";
import { DEPLOYMENT, type PushKeys } from "../deployment/deployment.ts";
import { DAY_S } from "../protocol/limits.ts";
import type { Bindings } from "./bindings.ts";
import { type Core, transact } from "./core.ts";
import { inTime } from "./in-time.ts";
import { endRun, type Letter, type Outcome, planRun } from "./push-run.ts";
import { mayCall } from "./reachable.ts";

/**
 * Push services that are asked at one time. Cloudflare opens six connections at once, of which half are for webhooks, and those
 * that wait lose of their time.
 */
const AT_ONCE = 3;
/** A push service has so long for its answer, in milliseconds. */
const PATIENCE_MS = 5_000;
/** The longest that one can have us wait, in milliseconds. */
const LONGEST_MS = 3_600_000;

/** Does one run, if there is anything to tell. `isStill` says whether the room is still there after the time that takes. */
export async function pushNews(core: Core, bindings: Bindings, isStill: () => boolean): Promise<void> {
  const run = planRun(core, Date.now());
  if (run === undefined) return;
  core.pushClock.began(Date.now());
  let done = false;
  try {
    const outcomes = await sendAll(core, run.letters, bindings);
    if (isStill()) transact(core, () => endRun(core, run, outcomes, Date.now()));
    done = true;
  } finally {
    core.pushClock.ended(Date.now(), done);
  }
}

/** Sends them, a few at a time, and gives by endpoint what came of each. */
async function sendAll(
  { privateHooks }: Core,
  letters: readonly Letter[],
  { DEPLOYMENT: deployments }: Bindings,
): Promise<ReadonlyMap<string, Outcome>> {
  const outcomes = new Map<string, Outcome>();
  if (letters.length === 0) return outcomes;
  const keys = await deployments.getByName(DEPLOYMENT).pushKeys();
  const left = letters.values();
  async function sendOneByOne(): Promise<void> {
    for (const letter of left) outcomes.set(letter.to.endpoint, await send(letter, keys, privateHooks));
  }
  await Promise.all(Array.from({ length: AT_ONCE }, sendOneByOne));
  return outcomes;
}

async function send(letter: Letter, keys: PushKeys, privateHooks: boolean): Promise<Outcome> {
  const { endpoint } = letter.to;
  if (!mayCall(endpoint, privateHooks)) return { is: "gone" };
  // Keys that are none: no browser's.
  const request = await sealed(letter, keys).catch(() => undefined);
  if (request === undefined) return { is: "gone" };
  const answer = await inTime(PATIENCE_MS, async (signal) => {
    const said = await fetch(endpoint, { ...request, redirect: "manual", signal });
    await said.body?.cancel();
    return said;
  }).catch(() => undefined);
  return answer === undefined ? { is: "later", afterMs: 0 } : outcomeOf(answer);
}

/** The request, encrypted and signed. */
function sealed({ to: { endpoint, p256dh, auth }, pushed }: Letter, keys: PushKeys) {
  const urgency: "high" | "normal" = pushed.mention ? "high" : "normal";
  // What waits for the same browser gives way to what comes after it. It says nothing of the room's name.
  const topic = createHash("sha256").update(`topic\0${auth}\0${pushed.room}`).digest("base64url").slice(0, 32);
  return buildPushPayload(
    { data: { ...pushed }, options: { ttl: DAY_S, urgency, topic } },
    // A push service of one's own, for tests, is spoken to in the clear.
    { endpoint: endpoint.replace(/^http:/, "https:"), expirationTime: null, keys: { p256dh, auth } },
    keys,
  );
}

function outcomeOf({ ok, status, headers }: Response): Outcome {
  if (ok) return { is: "taken" };
  if (status === 404 || status === 410) return { is: "gone" };
  if (status !== 429 && status < 500) return { is: "refused" };
  const seconds = Number(headers.get("Retry-After") ?? 0);
  return { is: "later", afterMs: seconds > 0 ? Math.min(seconds * 1000, LONGEST_MS) : 0 };
}
