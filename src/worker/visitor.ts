// Who comes to a room, over HTTP or with a socket: as which member, from where, with which passcode.
import type { Context } from "hono";
import type { Comer } from "../room/entrance.ts";
import { comerOf } from "./comer.ts";
import type { Env } from "./env.ts";
import { type Identity, identify, labelOf, memberOf } from "./identity.ts";

export interface Visitor extends Comer {
  member: string;
  /** Eight characters for somebody without a name. */
  label: string;
}

/** The visitor of a room, and the identity that the answer gives back to a new one. `key` is an Idempotency-Key. */
export async function visitorOf(
  c: Context<{ Bindings: Env }>,
  room: string,
  key?: string,
): Promise<{ who: Visitor; identity: Identity }> {
  const identity = await identify(c, key);
  const [member, label, comer] = await Promise.all([
    memberOf(identity, room),
    labelOf(identity.secret, room),
    comerOf(c.req.raw, room, identity),
  ]);
  return { who: { member, label, ...comer }, identity };
}
