// A socket's work over HTTP, for where WebSocket does not come through: frames to the room by POST, frames from it as
// server-sent events, in one answer without end or poll by poll.
import { createParser } from "eventsource-parser";
import { FRAME_BYTES } from "../../protocol/limits.ts";
import { PING } from "../../protocol/ping.ts";
import { utf8Bytes } from "../../protocol/utf8.ts";
import type { Platform, Socket, SocketEvents } from "../platform.ts";
import { readError } from "./read-error.ts";

export type Fetch = (url: string, how: RequestInit) => Promise<Response>;

/** `stream` is server-sent events without end, which a proxy may keep to itself; polls end, and come through. */
export type How = "stream" | "poll";

/** Also of a page that goes away. (Workers' types don't know `keepalive`.) */
const BYE = { method: "DELETE", keepalive: true };

/** Opens a session in the room of this URL, `http:` or `https:`. */
export function openSession(
  url: string,
  how: How,
  events: SocketEvents,
  fetch: Fetch,
  after: Platform["after"],
): Socket {
  const stop = new AbortController();
  const { signal } = stop;
  let over = false;
  /** The session's own URL, once it has one. */
  let here: string | undefined;
  let queue: string[] = [];
  let telling = false;

  const end = () => {
    if (over) return;
    over = true;
    stop.abort();
    events.closed();
  };

  const parser = createParser({
    onEvent({ event, data }) {
      if (over) return;
      if (event !== "session") return events.received(data);
      here = `${url}/sessions/${data}`;
      events.opened();
    },
  });

  async function read(answer: Response): Promise<boolean> {
    // What is called fine, and is no stream of events, is some portal's page.
    if (answer.ok && !/^text\/event-stream\b/i.test(answer.headers.get("Content-Type") ?? "")) return false;
    if (!answer.ok || answer.body === null) {
      const refused = await readError(answer);
      if (refused !== undefined && !over) events.received(refused);
      return false;
    }
    const text = new TextDecoder();
    for await (const bytes of chunksOf(answer.body)) parser.feed(text.decode(bytes, { stream: true }));
    return how === "poll" && here !== undefined;
  }

  async function listen() {
    const first = how === "poll" ? `${url}/sessions?poll` : `${url}/sessions`;
    let more = await read(await fetch(first, { method: "POST", signal }));
    while (more && !over && here !== undefined) more = await read(await fetch(here, { cache: "no-store", signal }));
  }

  /** One POST after the other, or the frames would lose their order. */
  async function tell() {
    if (telling || here === undefined) return;
    telling = true;
    while (queue.length > 0 && !over) {
      const frames = fitting(queue);
      const { ok, status, headers } = await fetch(here, { method: "POST", body: frames.join("\n"), signal });
      if (status === 429) {
        const seconds = Number(headers.get("Retry-After")) || 1;
        await new Promise<void>((resolve) => void after(seconds * 1000, resolve));
        continue;
      }
      queue = queue.slice(frames.length);
      // Of a session that is gone the room's last word may be on its way: whoever listens finds out.
      if (!ok && status !== 410) return end();
    }
    telling = false;
  }

  listen().then(end, end);
  return {
    send(text) {
      // In a stream pongs come unasked: a ping that is posted would wake the room.
      if (over || (text === PING && how === "stream")) return;
      queue.push(text);
      tell().catch(end);
    },
    close() {
      if (over) return;
      over = true;
      stop.abort();
      if (here !== undefined) fetch(here, BYE).catch(() => {});
    },
  };
}

/** As many of the first as one body takes, and at least one. */
function fitting(frames: readonly string[]): string[] {
  let bytes = -1;
  const over = frames.findIndex((frame) => {
    bytes += utf8Bytes(frame) + 1;
    return bytes > FRAME_BYTES;
  });
  return over === -1 ? [...frames] : frames.slice(0, Math.max(1, over));
}

// Not every browser's stream is iterable.
async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  for (;;) {
    const { value } = await reader.read();
    if (value === undefined) return;
    yield value;
  }
}
