// Whether a value fresh from JSON.parse is fit to be looked at: not too deep, no prototype keys, well-formed text.
import { FRAME_DEPTH } from "./limits.ts";
import type { Code } from "./refusal.ts";

const PROTOTYPE_KEYS = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Says what is wrong with a parsed JSON value before any schema sees it, or nothing.
 * A lone surrogate would kill standard receivers, and SQLite would give back other text than was stored.
 */
export function unsound(value: unknown, depth = 1): Code | undefined {
  if (typeof value === "string") return value.isWellFormed() ? undefined : "bad_text";
  if (typeof value !== "object" || value === null) return undefined;
  if (depth > FRAME_DEPTH) return "too_deep";
  for (const key of Object.keys(value)) {
    if (PROTOTYPE_KEYS.has(key)) return "bad_frame";
    if (!key.isWellFormed()) return "bad_text";
    const wrong = unsound(Reflect.get(value, key), depth + 1);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}
