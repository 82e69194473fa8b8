// An answer of server-sent events that the Worker writes as it hears of them, until the room or the reader is gone.
import type { Ear } from "./listen.ts";

export const EVENT_STREAM = {
  "Content-Type": "text/event-stream; charset=utf-8",
  "Cache-Control": "no-store",
  // A proxy that keeps it until it ends keeps it for ever.
  "X-Accel-Buffering": "no",
};

/** Answers with what `pump` writes. `write` resolves when the reader has taken it, and rejects when they are gone. */
export function streamFrom(
  ear: Ear,
  headers: Record<string, string>,
  pump: (write: (text: string) => Promise<void>) => Promise<void>,
): Response {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const encoder = new TextEncoder();
  // Who reads no more is gone, and so is the room's socket of theirs: found out at once, or by what is written next.
  writer.closed.catch(() => ear.close());
  void pump((text) => writer.write(encoder.encode(text)))
    .catch(() => {})
    .finally(() => {
      // First, or an ear that can't be closed any more would keep the reader waiting.
      writer.close().catch(() => {});
      ear.close();
    })
    .catch(() => {});
  return new Response(readable, { headers: { ...EVENT_STREAM, ...headers } });
}
