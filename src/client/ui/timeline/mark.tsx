// What was done in the room between two messages, in one line: who keeps it in order, and how.

import * as v from "valibot";
import type { Mark as MarkEvent } from "../../../protocol/event.ts";
import { DAY_S } from "../../../protocol/limits.ts";
import { OPERATOR } from "../../../protocol/operator.ts";
import { ROLES } from "../../../protocol/role.ts";
import { isolate } from "../../i18n/index.ts";
import { laterWords } from "../../i18n/later/index.ts";
import { canModerate } from "../moderation/standing.ts";
import type { View } from "../room/view.ts";

const who = v.string();
const reason = v.optional(v.string(), "");

/** What this build has words for. */
const Known = v.variant("kind", [
  v.object({ kind: v.literal("topic"), text: v.string() }),
  v.object({
    kind: v.literal("rules"),
    rules: v.object({
      title: v.optional(v.string()),
      write: v.optional(v.picklist(["everyone", "members", "moderators"])),
      locked: v.optional(v.boolean()),
      slow: v.optional(v.number()),
      keep: v.optional(v.number()),
      listed: v.optional(v.boolean()),
      pass: v.optional(v.boolean()),
    }),
  }),
  v.object({ kind: v.literal("role"), who, role: v.picklist(ROLES) }),
  v.object({ kind: v.literal("mute"), who, seconds: v.number() }),
  v.object({ kind: v.literal("kick"), who, reason }),
  v.object({ kind: v.literal("ban"), who, seconds: v.nullable(v.number()), reason }),
  v.object({ kind: v.picklist(["bot", "revoke"]), who }),
  v.object({ kind: v.literal("hook"), who, out: v.optional(v.boolean(), false) }),
  v.object({ kind: v.literal("pause"), by: v.string(), who, on: v.optional(v.boolean(), true) }),
  v.object({ kind: v.picklist(["erase", "leave"]) }),
]);
type Known = v.InferOutput<typeof Known>;

/** The line's words; nothing for what this build has none for, or what is not for me. */
export function Mark({ view, mark }: { view: View; mark: MarkEvent }) {
  const known = v.safeParse(Known, mark);
  if (!known.success || isForKeepers(known.output, view)) return <i hidden />;
  const people = view.people.value;
  const name = (member: string) => {
    const person = member === OPERATOR.member ? OPERATOR : people.get(member);
    return person === undefined ? laterWords.value.marks.nobody : isolate(person.name);
  };
  const said = wordsOf(known.output, name(mark.by), name);
  // One line, of which a phone may not show the end.
  return <bdi title={said}>{said}</bdi>;
}

/** An outgoing webhook pauses itself where its address is silent. Only who keeps order here can do something about that. */
function isForKeepers(mark: Known, view: View): boolean {
  return mark.kind === "pause" && mark.by === mark.who && !canModerate(view);
}

function wordsOf(mark: Known, by: string, name: (member: string) => string): string {
  const { marks: say } = laterWords.value;
  const because = (said: string, why: string) => (why === "" ? said : say.because(said, isolate(why)));
  switch (mark.kind) {
    case "topic":
      return say.topic(by, mark.text === "" ? "" : isolate(mark.text));
    case "rules":
      return rulesIn(mark.rules, by).join(" · ");
    case "role":
      return say.role[mark.role](by, name(mark.who));
    case "mute":
      if (mark.seconds === 0) return say.unmute(by, name(mark.who));
      return say.mute(by, name(mark.who), Math.ceil(mark.seconds / 60));
    case "kick":
      return because(say.kick(by, name(mark.who)), mark.reason);
    case "ban":
      return mark.seconds === 0 ? say.unban(by, name(mark.who)) : because(say.ban(by, name(mark.who)), mark.reason);
    case "bot":
    case "revoke":
      return say[mark.kind](by, name(mark.who));
    case "hook":
      return say[mark.out ? "out" : "hook"](by, name(mark.who));
    case "pause":
      return mark.by === mark.who ? say.silent(name(mark.who)) : say.pause(by, name(mark.who), mark.on);
    case "erase":
    case "leave":
      return say[mark.kind](by);
  }
}

function rulesIn(rules: Extract<Known, { kind: "rules" }>["rules"], by: string): string[] {
  const { marks: say } = laterWords.value;
  const { title, write, locked, slow, keep, listed, pass } = rules;
  return [
    title === undefined ? [] : say.title(by, title === "" ? "" : isolate(title)),
    write === undefined ? [] : say.write[write](by),
    locked === undefined ? [] : say.locked(by, locked),
    slow === undefined ? [] : say.slow(by, slow),
    keep === undefined ? [] : say.keep(by, keep / DAY_S),
    listed === undefined ? [] : say.listed(by, listed),
    pass === undefined ? [] : say.pass(by, pass),
  ].flat();
}
