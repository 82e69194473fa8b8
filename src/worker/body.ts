// The body of a request, measured before it is read.
import { FRAME_BYTES } from "../protocol/limits.ts";
import { unsound } from "../protocol/sound.ts";
import { fail } from "./fail.ts";

/** Whoever sends a body has so long for all of it, in milliseconds. */
const BODY_MS = 10_000;

/** The text of a body: at most FRAME_BYTES, whatever Content-Length says. What is not UTF-8 is refused, not replaced. */
export async function readBody(request: Request): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of inTime(request.body)) {
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

/** The chunks of a body that has come within BODY_MS. */
async function* inTime(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(() => resolve("late"), BODY_MS);
  });
  try {
    for (;;) {
      const chunk = await Promise.race([reader?.read(), late]);
      if (chunk === "late") return fail("late");
      if (chunk?.value === undefined) return;
      yield chunk.value;
    }
  } finally {
    clearTimeout(timer);
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
