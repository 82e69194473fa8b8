// Whether an op becomes an event: the only place that appends to the log.
import type { KnownEvent } from "../protocol/event.ts";
import { MESSAGE_CHANGES, MESSAGE_EMOJI } from "../protocol/limits.ts";
import type { Op } from "../protocol/op.ts";
import type { Person } from "../protocol/person.ts";
import { type Code, type Refusal, refuse } from "../protocol/refusal.ts";
import type { Core } from "./core.ts";
import type { Log } from "./log.ts";

/** The tables that an op can change. */
export type Tables = Pick<Core, "log" | "members" | "settings">;

export type Verdict =
  | { is: "accepted"; event: KnownEvent }
  /** A resend: the op is in the log already. */
  | { is: "stored"; event: KnownEvent }
  | { is: "refused"; refusal: Refusal };

/** Judges one op and appends it. Runs inside the turn's transaction; throws what the database throws. */
export function accept(op: Op, by: Person, at: number, { log, members, settings }: Tables): Verdict {
  const before = log.find(op.id);
  if (before !== undefined) {
    return isResend(before, op, by) ? { is: "stored", event: before } : refused("id_reused", op.id);
  }
  const fault = forbids(op, by, log);
  if (fault !== undefined) return refused(fault, op.id);
  const event = log.append(op, by.member, at);
  members.introduce(by);
  if (op.kind === "delete") log.erase(op.target);
  if (op.kind === "topic") settings.setTopic(op.text);
  if (op.kind === "rename") members.rename(by.member, op.name);
  return { is: "accepted", event };
}

function refused(code: Code, id: string): Verdict {
  return { is: "refused", refusal: refuse(code, { id }).refusal };
}

/** The same id is the same op only from the same person with the same content, or what a deletion left of it. */
function isResend(before: KnownEvent, op: Op, by: Person): boolean {
  if (before.by !== by.member) return false;
  const { seq, at, by: _, ...stored } = before;
  const sent = "body" in stored && stored.body === null ? { ...op, body: null } : op;
  return sorted(stored) === sorted(sent);
}

function sorted(value: object): string {
  return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function forbids(op: Op, by: Person, log: Log): Code | undefined {
  switch (op.kind) {
    case "send":
      if (op.replyTo === undefined) return undefined;
      return log.at(op.replyTo)?.kind === "send" ? undefined : "no_message";
    case "rename":
    case "topic":
      return undefined;
    case "edit":
    case "delete":
    case "react": {
      const message = log.at(op.target);
      if (message?.kind !== "send") return "no_message";
      // A deletion took the text of the message's own row too.
      if (message.body === null) return "deleted";
      if (op.kind !== "react" && message.by !== by.member) return "not_yours";
      return op.kind === "delete" ? undefined : overburdens(op, log);
    }
  }
}

/** Every page has to read what changed its messages, so each can carry only so much. */
function overburdens(op: Op & { kind: "edit" | "react" }, log: Log): Code | undefined {
  const { changes, emoji } = log.burden(op.target);
  if (changes >= MESSAGE_CHANGES) return "too_many_changes";
  if (op.kind === "edit" || !op.on || emoji.includes(op.emoji)) return undefined;
  return emoji.length >= MESSAGE_EMOJI ? "too_many_emoji" : undefined;
}
