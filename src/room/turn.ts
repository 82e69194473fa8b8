// The room's turn: everything that arrived since the last one, in one synchronous pass without a single await.
// Check, append in one transaction, then send: the output gate holds each frame until the rows are durable.
import { programOf } from "../protocol/bot.ts";
import { DEAD_AFTER_MS } from "../protocol/limits.ts";
import type { Op } from "../protocol/op.ts";
import type { Pass } from "../protocol/pass.ts";
import type { Person } from "../protocol/person.ts";
import type { Refusal } from "../protocol/refusal.ts";
import { AT_DOOR_MS } from "./abuse.ts";
import { accept, type Verdict } from "./accept.ts";
import { announce, announceRoster, announceTail, announceTyping } from "./announce.ts";
import { type Core, dismiss, personOf, transact } from "./core.ts";
import { shutsOut, takesPass } from "./door.ts";
import { doDue } from "./due.ts";
import { expel } from "./expel.ts";
import { hear } from "./hear.ts";
import type { Session } from "./session.ts";
import { meterOf } from "./waits.ts";

/** Something that happened to the room between two turns. */
export type Arrival =
  | { is: "frame"; session: Session; data: unknown }
  | { is: "joined"; session: Session }
  | { is: "left"; session: Session }
  /** Somebody found the room full: the turn looks whether those who fill it are alive. */
  | { is: "turnedAway" }
  /** The time has come for the room to forget something. */
  | { is: "due" }
  /** An op over HTTP. `settle` is told its verdict when the turn has judged it. */
  | {
      is: "post";
      person: Person;
      address: string;
      pass: Pass | undefined;
      op: Op;
      settle: (verdict: Verdict) => void;
    };

type Post = Extract<Arrival, { is: "post" }>;

/** An op that waits for the turn's transaction, with whom to tell. */
export interface Asked {
  op: Op;
  person: Person;
  /** Where it comes from, hashed; `""` where that is not known. */
  address: string;
  settle: (verdict: Verdict) => void;
}

/** Something to tell one session, once the turn's ops are stored. `ref` names the question. */
export interface Answer {
  session: Session;
  ref?: number;
  give: () => void;
}

export interface Turn {
  readonly now: number;
  readonly asked: Asked[];
  /** Answers that must see the log as this turn leaves it: welcomes, backlogs, pages. */
  readonly answers: Answer[];
  /** Who started or stopped typing: the last word counts. */
  readonly typing: Map<string, boolean>;
  /** Resent ops, by who resent them. */
  readonly stored: Map<Session, [id: string, seq: number][]>;
  /** Sessions that say hello in this turn. */
  readonly greeting: Set<Session>;
}

const SWEEP_EVERY_MS = 15_000;

/**
 * Takes one turn. A fault in one arrival costs only that one: its session is refused `internal`.
 * @param now milliseconds since 1970
 * @param report is told each fault, with an id that goes to the log and nowhere else
 */
export function takeTurn(
  core: Core,
  arrivals: readonly Arrival[],
  now: number,
  report: (fault: unknown) => void,
): void {
  const turn: Turn = { now, asked: [], answers: [], typing: new Map(), stored: new Map(), greeting: new Set() };
  for (const arrival of arrivals) {
    attempt(
      () => arrive(core, turn, arrival),
      () => fail(arrival),
      report,
    );
  }
  // After the frames: whoever just spoke is alive, however long the room slept.
  sweep(core, turn);
  const verdicts = judge(core, turn, report);
  const events = verdicts.flatMap((verdict) => (verdict.is === "accepted" ? [verdict.event] : []));
  const nothing = () => {};
  attempt(() => announce(core, events), nothing, report);
  attempt(() => expel(core, events), nothing, report);
  attempt(() => core.pushClock.heard(events, now), nothing, report);
  for (const [index, verdict] of verdicts.entries()) {
    attempt(() => turn.asked[index]?.settle(verdict), nothing, report);
  }
  for (const [session, ids] of turn.stored) session.link.send(JSON.stringify({ type: "stored", ids }));
  for (const { session, ref, give } of turn.answers) {
    // Whoever left or was shown out in this turn must not be seated by their own hello.
    if (session.closed) continue;
    attempt(give, () => session.refuse({ code: "internal", ...(ref !== undefined && { ref }) }), report);
  }
  attempt(() => announceRoster(core), nothing, report);
  announceTyping(core, turn.typing);
}

/** Whoever waits for an answer gets one. */
function fail(arrival: Arrival): void {
  if (arrival.is === "frame") arrival.session.refuse({ code: "internal" });
  if (arrival.is === "post") arrival.settle({ is: "refused", refusal: { code: "internal", id: arrival.op.id } });
}

function attempt(work: () => void, otherwise: () => void, report: (fault: unknown) => void): void {
  try {
    work();
  } catch (fault) {
    report(fault);
    otherwise();
  }
}

function arrive(core: Core, turn: Turn, arrival: Arrival): void {
  switch (arrival.is) {
    case "frame":
      if (!arrival.session.closed) hear(core, turn, arrival.session, arrival.data);
      return;
    case "joined":
      core.roster.enter(arrival.session);
      return;
    case "left":
      return dismiss(core, arrival.session);
    case "turnedAway":
      return;
    case "due":
      if (doDue(core, turn.now)) announceTail(core);
      return;
    case "post": {
      const no = keepsFromPosting(core, turn.now, arrival);
      if (no === undefined) turn.asked.push(arrival);
      else arrival.settle({ is: "refused", refusal: { ...no, id: arrival.op.id } });
    }
  }
}

/** Why an op over HTTP is not even judged, or nothing. */
function keepsFromPosting(core: Core, now: number, { person, address, pass, op }: Post): Refusal | undefined {
  const source = { member: person.member, address };
  core.whereabouts.saw(source);
  const program = programOf(person.member) !== undefined;
  // Before it is measured: who tries out tokens must not use up what those have that are good.
  const out = program ? shutsOut(core, source, now) : undefined;
  if (out !== undefined) return { code: out };
  if (core.meters.shuns(person.member, now)) return { code: "abuse" };
  const retryAfter =
    core.meters.take(program ? "programs" : "posts", source, now) ||
    (meterOf(op) === "searches" ? core.meters.take("searches", source, now) : 0);
  if (retryAfter > 0) return { code: "too_fast", retryAfter };
  // After it is measured: to look at a passcode costs more than anything else.
  return pass && takesPass(core, source, now, pass);
}

/** Appends what can be appended: all in one transaction, or, where that throws, each op in one of its own. */
function judge(core: Core, turn: Turn, report: (fault: unknown) => void): Verdict[] {
  const one = ({ op, person, address }: Asked) => accept(op, personOf(core, person), turn.now, core, address);
  if (turn.asked.length === 0) return [];
  try {
    return transact(core, () => turn.asked.map(one));
  } catch {
    return turn.asked.map((asked) => {
      try {
        return transact(core, () => one(asked));
      } catch (fault) {
        report(fault);
        return { is: "refused", refusal: { code: "internal", id: asked.op.id } };
      }
    });
  }
}

/** Peers that died without a word, or never said one: looked for when the room is awake anyway, never by an alarm. */
function sweep(core: Core, { now, greeting }: Turn): void {
  if (now - core.sweptAt < SWEEP_EVERY_MS) return;
  core.sweptAt = now;
  core.meters.sweep(now);
  for (const session of core.sessions) {
    const { codec, stage, heard, came = heard } = session.memory;
    const lingers = stage.is === "new" && !greeting.has(session) && now - came >= AT_DOOR_MS;
    // Text sessions don't ping, so their silence says nothing.
    if (!lingers && codec === "text") continue;
    if (!lingers && now - session.seenAt < DEAD_AFTER_MS) continue;
    session.end("gone_quiet");
    dismiss(core, session);
  }
}
