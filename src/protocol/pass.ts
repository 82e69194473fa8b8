// A room's passcode on its way: stretched where that can be done, so that the room never hears what was typed.
import * as v from "valibot";
import { PASS_UNITS } from "./limits.ts";

/** What was typed, in one spelling: two keyboards may write the same letters in two ways. */
const Typed = v.pipe(
  v.string(),
  v.maxLength(PASS_UNITS),
  v.transform((typed) => typed.normalize("NFKC").trim()),
  v.nonEmpty(),
);

/** The key that was stretched from a code, 256 bits in base64url; or the code, from who can't stretch it. */
export const Pass = v.union([
  v.object({ key: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/)) }),
  v.object({ code: Typed }),
]);
export type Pass = v.InferOutput<typeof Pass>;

/** How a code is stretched: PBKDF2 with SHA-256, by whoever has the code first. Another salt in each room. */
export const STRETCH = {
  hash: "SHA-256",
  rounds: 100_000,
  bytes: 32,
  salt: (room: string) => `parlor pass\0${room}`,
};

/** A code in its one spelling; nothing where it can't be one. */
export function readCode(typed: unknown): string | undefined {
  const code = v.safeParse(Typed, typed);
  return code.success ? code.output : undefined;
}
