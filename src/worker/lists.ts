// What a room lists for those who keep it in order: who is banned, its bots and webhooks, and how its outgoing ones do.
import type { Context } from "hono";
import type { Refusal } from "../protocol/refusal.ts";
import type { Source } from "../room/meters.ts";
import { sourceOf } from "./comer.ts";
import type { Env } from "./env.ts";
import { fail } from "./fail.ts";
import { guard } from "./guard.ts";
import { PRIVATE } from "./headers.ts";

type Asking = Context<{ Bindings: Env }>;
type Stub = ReturnType<Env["ROOM"]["getByName"]>;

export const listBanned = listing("banned", (at, source) => at.banned(source));
/** All of them, and all webhooks. */
export const listPrograms = listing("programs", (at, source) => at.programs(source));
/** Those to which the room posts, and their last deliveries. */
export const listHooks = listing("hooks", (at, source) => at.hooks(source));

/** Answers with such a list as JSON, under its name. */
function listing(name: string, ask: (at: Stub, source: Source) => Promise<readonly object[] | Refusal>) {
  return async (c: Asking, room: string): Promise<Response> => {
    await guard(c);
    const list = await ask(c.env.ROOM.getByName(room), await sourceOf(c, room));
    if ("code" in list) fail(list.code, list.retryAfter);
    return c.json({ [name]: list }, 200, PRIVATE);
  };
}
