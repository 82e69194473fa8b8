// How the Worker says no: a code of the refusal table, and from it the status and the body.
import { HTTPException } from "hono/http-exception";
import type { Code } from "../protocol/refusal.ts";
import { errorBody } from "../protocol/sentence.ts";
import { meaning } from "../protocol/status.ts";

/** An error answer: `{error: {code, message}}`, with `Retry-After` in seconds where waiting helps. */
export function failure(code: Code, retryAfter?: number): Response {
  const headers: HeadersInit = { "Cache-Control": "no-store" };
  if (meaning(code).status === 401) headers["WWW-Authenticate"] = 'Basic realm="Parlor", charset="UTF-8"';
  if (retryAfter !== undefined) headers["Retry-After"] = String(retryAfter);
  return Response.json(errorBody(code), { status: meaning(code).status, headers });
}

/** Ends the request with a refusal. */
export function fail(code: Code, retryAfter?: number): never {
  throw new HTTPException(meaning(code).status, { res: failure(code, retryAfter) });
}
