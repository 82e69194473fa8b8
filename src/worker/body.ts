// The body of a request, measured before it is read.
import { FRAME_BYTES } from "../protocol/limits.ts";
import { unsound } from "../protocol/sound.ts";
import { fail } from "./fail.ts";

/** The text of a body: at most FRAME_BYTES, whatever Content-Length says. What is not UTF-8 is refused, not replaced. */
export async function readBody(request: Request): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength;
    if (length > FRAME_BYTES) fail("too_long");
    chunks.push(chunk);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(await new Blob(chunks).arrayBuffer());
  } catch {
    return fail("bad_text");
  }
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
