// What is asked over HTTP about a room's bots and webhooks, and what comes back.
import * as v from "valibot";
import type { Scope } from "../../../protocol/bot.ts";
import type { Tell } from "../../../protocol/hook.ts";
import { Person } from "../../../protocol/person.ts";
import { scopes } from "../people/program-tag.ts";
import { roomPath } from "../room/links.ts";

const Program = v.object({
  who: Person,
  is: v.string(),
  may: v.fallback(v.picklist(scopes), "both"),
  by: v.optional(Person),
  at: v.number(),
  /** It is told what happens: an outgoing webhook. */
  out: v.optional(v.boolean(), false),
});

/** One event's way to an outgoing webhook's address: the status that it was answered with, or a word for why it was not. */
const Delivery = v.object({
  seq: v.number(),
  at: v.number(),
  status: v.union([v.number(), v.string()]),
  ms: v.optional(v.number(), 0),
  tries: v.optional(v.number(), 1),
});
export type Delivery = v.InferOutput<typeof Delivery>;

const Outgoing = v.object({
  who: Person,
  /** For the owner alone. */
  url: v.optional(v.string()),
  tells: v.optional(v.array(v.string()), []),
  paused: v.optional(v.boolean(), false),
  /** When it is tried again, and since when nobody took what it brings, in ms since 1970, where that is so. */
  due: v.optional(v.number()),
  since: v.optional(v.number()),
  /** The latest deliveries, oldest first. */
  last: v.optional(v.array(Delivery), []),
});
export type Outgoing = v.InferOutput<typeof Outgoing>;

/** A bot or a webhook; of an outgoing one, where that is known, how it stands. */
export type Listed = v.InferOutput<typeof Program> & { standing?: Outgoing | undefined };

/** What an outgoing webhook can be told of. */
export const TELLS: readonly Tell[] = ["messages", "changes", "reactions", "room"];

/** What is wished for. */
export type Wish =
  | { is: "bot"; name: string; may: Scope }
  | { is: "hook"; name: string }
  | { is: "out"; name: string; url: string; tells: readonly Tell[] };

/** What is told once of a program that was made: a token, an address, a secret. */
export interface Made {
  is: Wish["is"];
  name: string;
  may: Scope;
  secret: string;
}

/** No answer, or the code of a refusal. */
export type No = { no: "unreachable" } | { no: "refused"; code: string };
type Answer<T> = { value: T } | No;

const Refused = v.object({ error: v.object({ code: v.string() }) });

async function ask<T>(
  room: string,
  path: string,
  schema: v.GenericSchema<unknown, T>,
  wish?: object,
): Promise<Answer<T>> {
  const how = wish && { method: "POST", body: JSON.stringify(wish) };
  try {
    const answer = await fetch(`${roomPath(room)}/${path}`, how);
    const said: unknown = await answer.json().catch(() => undefined);
    const refused = v.safeParse(Refused, said);
    if (!answer.ok) return { no: "refused", code: refused.success ? refused.output.error.code : "internal" };
    return { value: v.parse(schema, said) };
  } catch {
    return { no: "unreachable" };
  }
}

/** All that there are, the oldest first, and why that is not all that is to be known of them, where it isn't. */
export async function askPrograms(room: string): Promise<{ list?: Listed[]; no?: No }> {
  const [programs, hooks] = await Promise.all([
    ask(room, "bots", v.object({ programs: v.array(Program) })),
    ask(room, "hooks", v.object({ hooks: v.array(Outgoing) })),
  ]);
  if ("no" in programs) return { no: programs };
  const outgoing = new Map("no" in hooks ? [] : hooks.value.hooks.map((out) => [out.who.member, out] as const));
  const list = programs.value.programs.map((each) => ({ ...each, standing: outgoing.get(each.who.member) }));
  return { list, ...("no" in hooks && list.some(({ out }) => out) && { no: hooks }) };
}

const Told = v.object({
  token: v.optional(v.string()),
  url: v.optional(v.string()),
  secret: v.optional(v.string()),
});

/** Makes one. */
export async function makeProgram(room: string, { is, ...wish }: Wish): Promise<Answer<Made>> {
  const made = await ask(room, is === "bot" ? "bots" : "hooks", Told, wish);
  if ("no" in made) return made;
  const { token, url, secret } = made.value;
  const told = { bot: token, hook: url, out: secret }[is];
  const may = "may" in wish ? wish.may : "write";
  return told === undefined ? { no: "unreachable" } : { value: { is, name: wish.name, may, secret: told } };
}

const Anything = v.unknown();

/** Takes a program's token, address or calls away. */
export const revoke = (room: string, who: string) => ask(room, "ops", Anything, { kind: "revoke", who });

/** Lets an outgoing webhook be silent, or go on. */
export const pause = (room: string, who: string, on: boolean) => ask(room, "ops", Anything, { kind: "pause", who, on });

/** Tells an outgoing webhook of an event once more. */
export const sendAgain = (room: string, who: string, seq: number) => ask(room, `hooks/${who}/again`, Anything, { seq });
