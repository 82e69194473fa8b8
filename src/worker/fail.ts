// How the Worker says no: a code of the refusal table, and from it the status and the body.
import { HTTPException } from "hono/http-exception";
import type { Down } from "../protocol/down.ts";
import { type Code, isCode } from "../protocol/refusal.ts";
import { errorBody } from "../protocol/sentence.ts";
import { meaning } from "../protocol/status.ts";

/** What would be taken: a passcode, or another token. */
const BASIC = 'Basic realm="Parlor", charset="UTF-8"';
const BEARER = 'Bearer realm="Parlor", error="invalid_token"';

/** An error answer: `{error: {code, message}}`, with `Retry-After` in seconds where waiting helps. */
export function failure(code: Code, retryAfter?: number): Response {
  const headers: HeadersInit = { "Cache-Control": "no-store" };
  if (meaning(code).status === 401) headers["WWW-Authenticate"] = code === "bad_token" ? BEARER : BASIC;
  if (retryAfter !== undefined) headers["Retry-After"] = String(retryAfter);
  return Response.json(errorBody(code), { status: meaning(code).status, headers });
}

/** Ends the request with a refusal. */
export function fail(code: Code, retryAfter?: number): never {
  throw new HTTPException(meaning(code).status, { res: failure(code, retryAfter) });
}

/** Ends it with what the room said over an ear. */
export function failAs({ code, retryAfter }: Pick<Down<"refused">, "code" | "retryAfter">): never {
  return fail(isCode(code) ? code : "internal", retryAfter);
}

/** The answer to a method that means nothing at a path which takes these. */
export function refuseMethod(methods: string): Response {
  const answer = failure("bad_method");
  answer.headers.set("Allow", methods);
  return answer;
}
