// Whether the operator of this deployment asks: by the secret that they set, as a bearer token.
import { sha256 } from "./digest.ts";
import type { Env } from "./env.ts";

/** A shorter secret could be guessed, and is none. */
const LEAST_CHARACTERS = 22;

/** Compares in the same time whatever is wrong with it. False where no secret is set. */
export async function isOperator(request: Request, { PARLOR_OPERATOR = "" }: Env): Promise<boolean> {
  const [, token] = /^Bearer (\S+)$/.exec(request.headers.get("Authorization") ?? "") ?? [];
  if (token === undefined || PARLOR_OPERATOR.length < LEAST_CHARACTERS) return false;
  const [said, meant] = await Promise.all([sha256(token), sha256(PARLOR_OPERATOR)]);
  return crypto.subtle.timingSafeEqual(said, meant);
}
