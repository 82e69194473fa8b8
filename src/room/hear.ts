// What a frame of parlor.v1 asks of the room. Nothing is stored yet: that is the turn's next step.

import { cleanName, isName } from "../protocol/name.ts";
import { parseOp } from "../protocol/op.ts";
import { pong } from "../protocol/ping.ts";
import { type Hello, parseUp } from "../protocol/up.ts";
import type { Verdict } from "./accept.ts";
import { answerHistory, answerSearch } from "./answer.ts";
import { type Core, dismiss } from "./core.ts";
import { remembersPass, shutsOut, takesPass } from "./door.ts";
import { hearLine } from "./hear-line.ts";
import { person } from "./members.ts";
import { silences } from "./permissions.ts";
import type { Session } from "./session.ts";
import type { Turn } from "./turn.ts";
import { meterOf, waits } from "./waits.ts";
import { replay, welcome } from "./welcome.ts";

/** Takes in one frame of a session's. */
export function hear(core: Core, turn: Turn, session: Session, data: unknown): void {
  session.hearAt(turn.now);
  if (!session.memory.credit) session.received = core.traffic[session.memory.codec].total;
  if (session.memory.codec === "text") hearLine(core, turn, session, data);
  else hearFrame(core, turn, session, data);
  if (session.abusive) {
    core.meters.shun(session.member, turn.now);
    core.meters.caught(session.source, turn.now);
  }
  if (session.closed) dismiss(core, session);
}

function hearFrame(core: Core, turn: Turn, session: Session, data: unknown): void {
  const parsed = parseUp(data);
  if (!parsed.ok) return session.fault(turn.now, parsed.refusal);
  const frame = parsed.value;
  switch (frame.type) {
    case "hello":
      return hearHello(core, turn, session, frame);
    case "ping":
      // Not to the letter PING, or the runtime would have answered it while the room slept.
      return session.link.send(
        core.passes.asked && !greeted(turn, session) ? pong("", 0) : pong(core.log.epoch, core.log.head),
      );
  }
  if (!greeted(turn, session)) return session.fault(turn.now, { code: "hello_first" });
  switch (frame.type) {
    case "ops":
      return hearOps(core, turn, session, frame.ops);
    case "got":
      session.received = Math.max(session.received, core.traffic.parlor.upTo(frame.seq));
      if (session.memory.stage.is === "live") return;
      if (session.limits.batches.take(turn.now) > 0) return session.end("slow");
      turn.answers.push({ session, give: () => replay(core, session, frame.seq) });
      return;
    case "read":
      if (frame.seq <= session.memory.read || frame.seq > core.log.head) return;
      if (waits(core, turn, session, "signals", "signals") > 0) return;
      session.remember({ read: frame.seq });
      return core.roster.reads(session);
    case "typing":
      if (waits(core, turn, session, "signals", "signals") > 0) return;
      // Who may not write is not heard of by typing either.
      if (!frame.on || maySpeak(core, session.member, turn.now)) turn.typing.set(session.member, frame.on);
      return;
    case "looking":
      if (frame.on === (session.memory.looking ?? true)) return;
      if (waits(core, turn, session, "signals", "signals") === 0) session.remember({ looking: frame.on });
      return;
    case "ask": {
      const retryAfter = waits(core, turn, session, "asks", "asks");
      if (retryAfter > 0) return session.tooFast(turn.now, { ref: frame.ref, retryAfter });
      const { ref, history } = frame;
      turn.answers.push({ session, ref, give: () => answerHistory(core, session, ref, history) });
      return;
    }
    case "search": {
      const retryAfter = waits(core, turn, session, "searches", "searches");
      if (retryAfter > 0) return session.tooFast(turn.now, { ref: frame.ref, retryAfter });
      const { ref, search } = frame;
      turn.answers.push({ session, ref, give: () => answerSearch(core, session, ref, search) });
    }
  }
}

function maySpeak({ members, settings, programs }: Core, member: string, now: number): boolean {
  const me = members.at(member);
  const muted = (me?.mutedUntil ?? 0) > now;
  if (programs.scopeOf(member) === "read") return false;
  return silences({ muted, write: settings.rules.write }, me?.role ?? "guest") === undefined;
}

function greeted(turn: Turn, session: Session): boolean {
  return session.memory.stage.is !== "new" || turn.greeting.has(session);
}

function hearHello(core: Core, turn: Turn, session: Session, hello: Hello): void {
  const retryAfter = waits(core, turn, session, "asks", "asks");
  if (retryAfter > 0) return session.tooFast(turn.now, { retryAfter });
  // What has held since its socket was opened.
  const code = shutsOut(core, session.source, turn.now);
  if (code !== undefined && code !== "pass_needed") return session.end(code);
  const no = takesPass(core, session.source, turn.now, hello.pass);
  if (no !== undefined) return session.end(no.code, no);
  const { name } = hello;
  if (name !== undefined && !isName(name)) session.refuse({ code: "bad_name" });
  // A name is only wished for here: what the log says of the member stands.
  const wish = name !== undefined && isName(name) ? person(session.member, cleanName(name), false) : undefined;
  session.remember({ ...(wish && { person: wish }), credit: hello.credit === true });
  turn.greeting.add(session);
  turn.answers.push({ session, give: () => welcome(core, session, hello) });
}

function hearOps(core: Core, turn: Turn, session: Session, ops: readonly unknown[]): void {
  remembersPass(core, session);
  for (const [index, raw] of ops.entries()) {
    const parsed = parseOp(raw);
    if (!parsed.ok) {
      session.fault(turn.now, parsed.refusal);
      if (session.closed) return;
      continue;
    }
    const { value: op } = parsed;
    const retryAfter = waits(core, turn, session, "ops", meterOf(op));
    // The rest of the frame waits too, or the sender's order would be lost.
    if (retryAfter > 0) return refuseRest(session, turn.now, ops.slice(index), retryAfter);
    const { person, address } = session.memory;
    turn.asked.push({ op, person, address, settle: (verdict) => tell(turn, session, verdict) });
  }
}

function refuseRest(session: Session, now: number, ops: readonly unknown[], retryAfter: number): void {
  for (const [index, raw] of ops.entries()) {
    const parsed = parseOp(raw);
    const id = parsed.ok ? parsed.value.id : parsed.refusal.id;
    const refusal = { ...(id !== undefined && { id }), retryAfter };
    // A frame tries the room's patience once, however many ops are in it.
    if (index === 0) session.tooFast(now, refusal);
    else session.refuse({ code: "too_fast", ...refusal });
  }
}

/** The echo is the ack, so that an accepted op needs no answer of its own. */
function tell(turn: Turn, session: Session, verdict: Verdict): void {
  if (verdict.is === "refused") session.refuse(verdict.refusal);
  if (verdict.is !== "stored") return;
  const { id, seq } = verdict.event;
  const already = turn.stored.get(session);
  if (already === undefined) turn.stored.set(session, [[id, seq]]);
  else already.push([id, seq]);
}
