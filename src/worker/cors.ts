// What scripts in pages of other sites may do: come with a token of their own, and never with their visitor's cookie.
import { createMiddleware } from "hono/factory";
import type { Env } from "./env.ts";

/** What such a script may send, and read of an answer besides its body. */
const REQUEST_HEADERS = "Authorization, Content-Type, Idempotency-Key, Last-Event-ID";
const ANSWER_HEADERS = "Parlor-Cursor, Parlor-More, Parlor-Reset, Retry-After";

/**
 * Lets any page read the answer to a request that came with `Authorization`. No answer allows
 * credentials, so that a browser sends no cookie along and shows none of its answer.
 */
export const cors = createMiddleware<{ Bindings: Env }>(async (c, next) => {
  await next();
  if (c.req.header("Authorization") === undefined || c.req.header("Origin") === undefined) return;
  c.header("Access-Control-Allow-Origin", "*");
  c.header("Access-Control-Expose-Headers", ANSWER_HEADERS);
});

/** What an answer to `OPTIONS` says to a browser of a path that takes these methods. */
export function preflight(request: Request, methods: string): Record<string, string> {
  const asked = request.headers.get("Access-Control-Request-Headers")?.toLowerCase() ?? "";
  // Without a token it would be somebody's cookie, or nobody.
  if (!asked.split(",").some((name) => name.trim() === "authorization")) return {};
  return {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": methods,
    "Access-Control-Allow-Headers": REQUEST_HEADERS,
    "Access-Control-Max-Age": "600",
  };
}
