// When a webhook is told what, and what its answer means: delivered, again later, or no more. All of it can be tried without
// a network, for the call is handed in.
import * as v from "valibot";
import type { Op } from "../protocol/op.ts";
import { parseOp } from "../protocol/op.ts";
import type { Verdict } from "./accept.ts";
import type { Answered, Called } from "./call.ts";
import type { Core } from "./core.ts";
import { shutsOut } from "./door.ts";
import type { Delivery, Hook } from "./hooks.ts";
import { letterOf, opIdFrom } from "./letter.ts";
import { mayCall } from "./reachable.ts";

/** What a delivery needs of the world. */
export interface World {
  /** The room as it is now: another one, where it was deleted meanwhile. */
  core(): Core;
  now(): number;
  call(url: string, headers: Record<string, string>, body: string): Promise<Called>;
  /** Records an op of this member in the room's next turn. */
  record(member: string, op: Op): Promise<Verdict>;
}

/** After each try that failed it waits so long for the next, in seconds; after all of these as long as after the last. */
const WAITS_S = [5, 30, 120, 600, 1800, 3600, 7200];
/** And a tenth longer at most, so that not all come at once to somebody who is back. */
const JITTER = 0.1;
/** When nobody took it for so long, in ms, it pauses. */
const GIVE_UP_MS = 24 * 3_600_000;
/** So many deliveries are remembered. */
const REMEMBERED = 20;

/** When a hook is to be told its next event, in ms since 1970: 0 is at once, nothing is never, as it stands. */
export function dueOf(core: Core, hook: Hook, now: number): number | undefined {
  if (hook.paused || shutsOut(core, { member: hook.member, address: "" }, now) !== undefined) return undefined;
  return core.queue.next(hook) === undefined ? undefined : hook.due;
}

/** Tells a hook what it is to be told by now, one after the other, in order, as long as `goesOn`, which is asked before each. */
export async function deliverAll(world: World, member: string, goesOn: () => boolean): Promise<void> {
  for (;;) {
    const core = world.core();
    const hook = core.hooks.at(member);
    const now = world.now();
    if (hook === undefined || (dueOf(core, hook, now) ?? Infinity) > now) return;
    const seq = core.queue.next(hook);
    if (seq === undefined || !goesOn() || (await deliver(world, hook, seq)) === undefined) return;
  }
}

/** Sends one event once and keeps what came of it; nothing where the hook, the event or the room is not there any more. */
export async function deliver(world: World, hook: Hook, seq: number): Promise<Delivery | undefined> {
  const core = world.core();
  const event = core.log.at(seq);
  if (event === undefined) return undefined;
  const { member, url } = hook;
  const at = world.now();
  const letter = letterOf(core, hook, event, at);
  const called: Called | { status: "bad_address" } = mayCall(url, core.privateHooks)
    ? await world.call(url, letter.headers, letter.body)
    : { status: "bad_address" };
  const ms = world.now() - at;
  const took = isTaken(called.status);
  // Said before it is kept that it was delivered: where that is lost, the same is said again, which is not said twice.
  const there = () => world.core() === core && core.hooks.at(member) !== undefined;
  const reply = there() && took && "text" in called ? await say(world, member, letter.id, called) : {};
  const now = core.hooks.at(member);
  if (!there() || now === undefined) return undefined;
  // Else it was sent again by hand.
  const isNext = core.queue.next(now) === seq;
  const tries = isNext ? now.tries + 1 : 1;
  const delivery: Delivery = { seq, at, status: called.status, ms, tries, ...reply };
  const last = [...now.last.filter((each) => each.seq !== seq), delivery].slice(-REMEMBERED);
  if (!isNext) core.hooks.change(member, { last });
  else if (took) core.hooks.change(member, { cursor: seq, tries: 0, due: 0, since: 0, last });
  else {
    const since = now.since === 0 ? at : now.since;
    core.hooks.change(member, { tries, due: world.now() + waitOf(tries), since, last });
    const over = called.status === 410 || world.now() - since >= GIVE_UP_MS;
    if (over && !now.paused) await pause(world, member, letter.id, at);
  }
  return delivery;
}

function isTaken(status: Delivery["status"]): boolean {
  return typeof status === "number" && status >= 200 && status < 300;
}

/** In ms. */
function waitOf(tries: number): number {
  const seconds = WAITS_S[Math.min(tries, WAITS_S.length) - 1] ?? 0;
  return Math.round(seconds * 1000 * (1 + Math.random() * JITTER));
}

async function pause({ record }: World, member: string, letter: string, at: number): Promise<void> {
  await record(member, { id: opIdFrom(`pause ${letter} ${at}`), kind: "pause", who: member, on: true });
}

const Said = v.object({ text: v.string() });

/** The text of an answer that has something to say. */
function wordsOf({ type, text }: Answered): Answered["text"] {
  const json = /^application\/(?:[\w.-]+\+)?json\b/i.test(type);
  if (!json && !/^text\/plain\b/i.test(type)) return "";
  if (!json || typeof text !== "string") return text;
  try {
    const said = v.safeParse(Said, JSON.parse(text));
    return said.success ? said.output.text : "";
  } catch {
    return "";
  }
}

/** Says in the room what the answer says, if anything. */
async function say(
  { record }: World,
  member: string,
  letter: string,
  answer: Answered,
): Promise<Pick<Delivery, "said" | "unsaid">> {
  const words = wordsOf(answer);
  if (typeof words !== "string") return { unsaid: words.unread };
  if (words.trim() === "") return {};
  const op = parseOp({ id: opIdFrom(`reply ${letter}`), kind: "send", body: { text: words } });
  if (!op.ok) return { unsaid: op.refusal.code };
  const verdict = await record(member, op.value);
  return verdict.is === "refused" ? { unsaid: verdict.refusal.code } : { said: verdict.event.seq };
}
