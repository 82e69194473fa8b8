// Whether an op becomes an event: the only place that appends to the log.
import { programOf, type Scope } from "../protocol/bot.ts";
import { type LogEvent, logged } from "../protocol/event.ts";
import { MESSAGE_CHANGES, MESSAGE_EMOJI, ROOM_HOOKS, ROOM_PROGRAMS } from "../protocol/limits.ts";
import { tagOf } from "../protocol/name.ts";
import type { Op } from "../protocol/op.ts";
import { OPERATOR } from "../protocol/operator.ts";
import type { Person } from "../protocol/person.ts";
import { type Code, type Refusal, refuse } from "../protocol/refusal.ts";
import { isAtLeast } from "../protocol/role.ts";
import type { Core } from "./core.ts";
import { shutsOut } from "./door.ts";
import type { Log } from "./log.ts";
import { person } from "./members.ts";
import { denies, joins, type Scene } from "./permissions.ts";
import { mayCall } from "./reachable.ts";

/** What an op is judged by, and can change. */
export type Tables = Pick<
  Core,
  | "log"
  | "members"
  | "settings"
  | "bans"
  | "passes"
  | "programs"
  | "hooks"
  | "pushes"
  | "privateHooks"
  | "sessions"
  | "tomb"
  | "whereabouts"
>;

export type Verdict =
  | { is: "accepted"; event: LogEvent }
  /** A resend: the op is in the log already. */
  | { is: "stored"; event: LogEvent }
  | { is: "refused"; refusal: Refusal };

type Made = Extract<LogEvent, { kind: "bot" | "hook" }>;

/** Judges one op, which came from this address, and appends it. Runs inside the turn's transaction; throws what the database throws. */
export function accept(op: Op, by: Person, at: number, tables: Tables, address = ""): Verdict {
  const { log, members } = tables;
  const before = log.find(op.id);
  if (before !== undefined) {
    return isResend(before, op, by) ? { is: "stored", event: before } : refused("id_reused", op.id);
  }
  const fault = forbids(op, by, at, tables, address);
  if (fault !== undefined) return refused(fault, op.id);
  const wait = tooSoon(op, by, at, tables);
  if (wait > 0) return { is: "refused", refusal: { code: "too_fast", id: op.id, retryAfter: wait } };
  const event = log.append(logged(placed(op, tables)), by.member, at);
  if (by.member !== OPERATOR.member) {
    if (joins(op.kind)) members.introduce(by);
    else members.note(by);
  }
  if (op.kind === "rules" && op.rules.pass !== undefined) tables.passes.set(op.rules.pass);
  if (op.kind === "hook" && op.to !== undefined) tables.hooks.add(op.who, op.to, event.seq);
  take(event, tables);
  return { is: "accepted", event };
}

/** A ban says that it is of an address too only where there is one to ban. */
function placed(op: Op, { whereabouts }: Tables): Op {
  if (op.kind !== "ban" || !op.address || whereabouts.of(op.who) !== "") return op;
  const { address: _, ...ban } = op;
  return ban;
}

function refused(code: Code, id: string): Verdict {
  return { is: "refused", refusal: refuse(code, { id }).refusal };
}

/** The same id is the same op only from the same person with the same content, or what a deletion left of it. */
function isResend(before: LogEvent, op: Op, by: Person): boolean {
  if (before.by !== by.member) return false;
  const { seq, at, by: _, ...stored } = before;
  const sent = leftOf(stored, asBefore(before, op), by);
  // Which a ban was asked for with, but not recorded where nobody knew it.
  const unplaced = op.kind === "ban" && !("address" in stored) ? { ...sent, address: undefined } : sent;
  return sorted(stored) === sorted(unplaced);
}

/** Of an edit over HTTP the Worker says whether the message is something that somebody did: by now it may say otherwise. */
function asBefore(before: LogEvent, op: Op): Op {
  if (op.kind !== "edit" || before.kind !== "edit" || !before.body) return op;
  const { me: _, ...body } = op.body;
  return { ...op, body: before.body.me ? { ...body, me: true } : body };
}

/** The op as the log would have it by now: less the text that was deleted since, or the name that they left. */
function leftOf(stored: object, op: Op, by: Person): object {
  if ("body" in stored && stored.body === null) return { ...op, body: null };
  return op.kind === "rename" && "name" in stored && stored.name === tagOf(by.member)
    ? { ...op, name: stored.name }
    : logged(op);
}

function sorted(value: object): string {
  return JSON.stringify(
    Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** Why it may not be: what stands in the log first, then who asks. */
function forbids(op: Op, by: Person, at: number, tables: Tables, address: string): Code | undefined {
  const { log } = tables;
  // Who posts over HTTP has come through no door.
  const out = shutsOut(tables, { member: by.member, address }, at);
  if (out !== undefined) return out;
  const target = "target" in op ? log.at(op.target) : undefined;
  if ("target" in op) {
    if (target?.kind !== "send") return "no_message";
    // A deletion took the text of the message's own row too.
    if (target.body === null) return "deleted";
  }
  if (op.kind === "send" && op.replyTo !== undefined && log.at(op.replyTo)?.kind !== "send") return "no_message";
  // It would change nothing, and yet everybody would read who did it.
  if (op.kind === "erase" && (tables.members.at(by.member) === undefined || !log.hasTextOf(by.member)))
    return "no_message";
  const unknown = unknownTo(op, tables);
  if (unknown !== undefined) return unknown;
  // A bot that only reads.
  if (tables.programs.scopeOf(by.member) === "read") return "not_allowed";
  const no = denies(op, sceneOf(op, by, at, target?.by, tables));
  if (no !== undefined) return no;
  if (op.kind === "hook" && op.to !== undefined)
    return mayCall(op.to.url, tables.privateHooks) ? undefined : "bad_address";
  return op.kind === "edit" || op.kind === "react" ? overburdens(op, log) : undefined;
}

/** Why it can't be done about whom it is about: nobody knows them, or, to be made, somebody does. */
function unknownTo(op: Op, tables: Tables): Code | undefined {
  if (!("who" in op)) return undefined;
  if (op.kind === "bot" || op.kind === "hook") {
    if (tables.members.find(op.who) !== undefined) return "exists";
    const full = op.kind === "hook" && op.to !== undefined && tables.hooks.list().length >= ROOM_HOOKS;
    return full || tables.programs.list().length >= ROOM_PROGRAMS ? "too_many_programs" : undefined;
  }
  if (op.kind === "pause") return tables.hooks.at(op.who) === undefined ? "no_member" : undefined;
  if (op.kind === "revoke") return tables.programs.scopeOf(op.who) === undefined ? "no_member" : undefined;
  // A room is a person's.
  if (op.kind === "role" && op.role === "owner" && programOf(op.who) !== undefined) return "not_allowed";
  return whoIs(op.who, tables) === undefined ? "no_member" : undefined;
}

function sceneOf(op: Op, by: Person, at: number, author: string | undefined, tables: Tables): Scene {
  const { log, members, settings } = tables;
  const me = members.at(by.member);
  const whom = "who" in op ? op.who : author;
  return {
    made: log.head > 0,
    owned: members.owner !== undefined,
    write: settings.rules.write,
    role: by.member === OPERATOR.member ? "operator" : (me?.role ?? "guest"),
    muted: (me?.mutedUntil ?? 0) > at,
    own: whom === by.member,
    over: whom === undefined ? "guest" : members.roleOf(whom),
    out: "who" in op && tables.hooks.at(op.who) !== undefined,
  };
}

/** Somebody whom the log knows, or who is here without having done anything. */
function whoIs(member: string, { members, sessions }: Tables): Person | undefined {
  const known = members.find(member);
  if (known !== undefined) return known;
  for (const { memory } of sessions) if (memory.person.member === member) return memory.person;
  return undefined;
}

/** Seconds that somebody has to wait in a slow room before they say something again. */
function tooSoon(op: Op, by: Person, at: number, { members, settings }: Tables): number {
  const { slow } = settings.rules;
  if (op.kind !== "send" || slow === 0) return 0;
  const me = members.at(by.member);
  if (me === undefined || isAtLeast(me.role, "moderator")) return 0;
  return Math.max(0, Math.ceil((me.spokeAt + slow * 1000 - at) / 1000));
}

/** What an accepted op changes besides the log. */
function take(event: LogEvent, tables: Tables): void {
  const { log, members, settings, bans } = tables;
  const { by, at } = event;
  switch (event.kind) {
    case "send":
      if (settings.rules.slow > 0) members.spoke(by, at);
      return;
    case "delete":
      return log.erase(event.target);
    case "topic":
      return settings.setTopic(event.text);
    case "rename":
      return members.rename(by, event.name);
    case "create":
      return members.setRole(by, "owner");
    case "rules":
      return settings.setRules(event.rules);
    case "role":
      note(event.who, tables);
      // There is one owner: who was it stays a moderator.
      if (event.role === "owner" && members.owner !== undefined) members.setRole(members.owner, "moderator");
      return members.setRole(event.who, event.role);
    case "mute":
      note(event.who, tables);
      return members.mute(event.who, event.seconds === 0 ? 0 : at + event.seconds * 1000);
    case "bot":
      return join(event, event.may, tables);
    case "hook":
      return join(event, "write", tables);
    case "pause":
      // Since when nobody took what it brings is known until it goes on.
      return tables.hooks.change(event.who, { paused: event.on, tries: 0, due: 0, ...(!event.on && { since: 0 }) });
    case "revoke":
      tables.programs.revoke(event.who);
      tables.hooks.remove(event.who);
      return members.setRole(event.who, "guest");
    case "erase":
      return log.eraseBy(by);
    case "leave":
      tables.pushes.removeAll(by);
      log.renameBy(by, tagOf(by));
      return members.forget(by);
    case "kick":
      return note(event.who, tables);
    case "ban":
      note(event.who, tables);
      if (event.seconds === 0) return bans.lift(event.who);
      tables.pushes.removeAll(event.who);
      return bans.set(
        { member: event.who, address: event.address ? tables.whereabouts.of(event.who) : "" },
        event.seconds === null ? null : at + event.seconds * 1000,
        event,
      );
  }
}

/** Takes in a program, which is a member from the first. */
function join({ who, name, by, at }: Made, may: Scope, { programs, members }: Tables): void {
  programs.add({ member: who, may, by, at });
  members.introduce(person(who, name, false));
}

/** Writes somebody down about whom something is to be remembered. */
function note(member: string, tables: Tables): void {
  const who = whoIs(member, tables);
  if (who !== undefined) tables.members.note(who);
}

/** Every page has to read what changed its messages, so each can carry only so much. */
function overburdens(op: Op & { kind: "edit" | "react" }, log: Log): Code | undefined {
  const { changes, emoji } = log.burden(op.target);
  if (changes >= MESSAGE_CHANGES) return "too_many_changes";
  if (op.kind === "edit" || !op.on || emoji.includes(op.emoji)) return undefined;
  return emoji.length >= MESSAGE_EMOJI ? "too_many_emoji" : undefined;
}
