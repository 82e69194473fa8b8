// The body of a request, measured while it is read.
import { FRAME_BYTES } from "../protocol/limits.ts";
import { unsound } from "../protocol/sound.ts";
import { inTime } from "../room/in-time.ts";
import { readText } from "../room/read-text.ts";
import { fail } from "./fail.ts";

/** Whoever sends a body has so long for all of it, in milliseconds. */
const BODY_MS = 10_000;

/** The text of a body: at most FRAME_BYTES, whatever Content-Length says. What is not UTF-8 is refused, not replaced. */
export async function readBody({ body }: Request): Promise<string> {
  const text = await inTime(BODY_MS, (late) => readText(body, FRAME_BYTES, late));
  return typeof text === "string" ? text : fail(text.unread);
}

/** What a JSON body says, sound but of no known shape yet. */
export function readJson(raw: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(raw);
  } catch {
    return fail("not_json");
  }
  const wrong = unsound(value);
  return wrong === undefined ? value : fail(wrong);
}
