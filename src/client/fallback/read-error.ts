// A refusal that came as an HTTP error, as the frame that a socket would have been told.
import * as v from "valibot";

const Refused = v.object({ error: v.object({ code: v.string() }) });

/** Reads it. Undefined where the answer is not the room's, but some proxy's, or where there is nothing to say: the session is gone. */
export async function readError(answer: Response): Promise<string | undefined> {
  const body = v.safeParse(Refused, await answer.json().catch(() => undefined));
  if (!body.success || body.output.error.code === "no_session") return undefined;
  const { code } = body.output.error;
  const seconds = Number(answer.headers.get("Retry-After") ?? 0);
  return JSON.stringify({ type: "refused", code, ...(seconds > 0 && { retryAfter: seconds }) });
}
