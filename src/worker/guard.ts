// Who is turned away before any room is woken: pages that are kept out, and who asks too much.
import type { Context } from "hono";
import type { Env } from "./env.ts";
import { fail } from "./fail.ts";
import { FLOOD_WAIT_S, floods, sessionFloods } from "./flood.ts";
import { isKeptOut } from "./origin.ts";

/** Ends such a request with a refusal. */
export async function guard({ req, env }: Context<{ Bindings: Env }>): Promise<void> {
  if (isKeptOut(req.raw, env)) fail("foreign");
  if (await floods(req.raw, env)) fail("too_fast", FLOOD_WAIT_S);
}

/** Ends a request of a session's with a refusal, where that session asks too much. */
export async function guardSession(
  { req, env }: Context<{ Bindings: Env }>,
  id: string,
  member: string,
): Promise<void> {
  if (isKeptOut(req.raw, env)) fail("foreign");
  if (await sessionFloods(req.raw, env, id, member)) fail("too_fast", FLOOD_WAIT_S);
}
