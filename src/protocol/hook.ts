// Outgoing webhooks: where a room posts what happens in it, what of it, and with which secret it signs.
import * as v from "valibot";
import { HOOK_URL_UNITS } from "./limits.ts";
import type { Code } from "./refusal.ts";

/** What one may be told of: messages, what changes them, reactions, and all else that the log holds. */
export const TELLS = ["messages", "changes", "reactions", "room"] as const;
export type Tell = (typeof TELLS)[number];

const told = new Map<string, Tell>([
  ["send", "messages"],
  ["edit", "changes"],
  ["delete", "changes"],
  ["erase", "changes"],
  ["react", "reactions"],
]);

/** Which of these an event of this kind is. */
export function tellOf(kind: string): Tell {
  return told.get(kind) ?? "room";
}

/** As standardwebhooks.com has it: base64 of 24 bytes or more. */
const SECRET = /^whsec_(?:[A-Za-z0-9+/]{4}){8,21}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

const bad: Code = "bad_address";

/** Where an outgoing webhook posts. Neither the URL, which may hold a secret, nor the secret ever gets into the log. */
export const To = v.object({
  url: v.pipe(v.string(), v.maxLength(HOOK_URL_UNITS, bad), v.url(bad)),
  secret: v.pipe(v.string(), v.regex(SECRET)),
  tells: v.pipe(v.array(v.picklist(TELLS)), v.nonEmpty(), v.maxLength(TELLS.length)),
});
export type To = v.InferOutput<typeof To>;

/** The secret with these random bytes. */
export function secretOf(bytes: Uint8Array): string {
  return `whsec_${btoa(String.fromCharCode(...bytes))}`;
}
