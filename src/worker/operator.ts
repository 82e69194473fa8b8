// Whether the operator of this deployment asks: by the secret that they set, as a bearer token.
import { sha256 } from "./digest.ts";
import type { Env } from "./env.ts";

/** A shorter secret could be guessed, and is none. */
const LEAST_CHARACTERS = 22;

/** Whether that is the operator's token. Compares in the same time whatever is wrong with it. */
export async function isOperator(
  token: string,
  { PARLOR_OPERATOR = "" }: Pick<Env, "PARLOR_OPERATOR">,
): Promise<boolean> {
  if (PARLOR_OPERATOR.length < LEAST_CHARACTERS) return false;
  const [said, meant] = await Promise.all([sha256(token), sha256(PARLOR_OPERATOR)]);
  return crypto.subtle.timingSafeEqual(said, meant);
}
