// A person at a room's bare socket: speaks parlor.v1 without the client, and keeps what the room says.
import { nanoid } from "nanoid";
import { type DownFrame, parseDown } from "../../src/protocol/down.ts";
import type { Event } from "../../src/protocol/event.ts";
import type { UpFrame } from "../../src/protocol/up.ts";
import { PARLOR } from "../../src/protocol/version.ts";
import { until } from "./serve.ts";

export interface Person {
  /** Every frame since the hello, and the events among them. */
  frames: DownFrame[];
  events: Event[];
  tell(frame: UpFrame): void;
  /** Sends messages in one frame, and returns their ids. */
  say(...texts: string[]): string[];
}

/** Comes into a room by this name. */
export async function enter(server: string, room: string, name: string): Promise<Person> {
  const socket = new WebSocket(`${server.replace("http", "ws")}/r/${room}`, PARLOR);
  const frames: DownFrame[] = [];
  const events: Event[] = [];
  socket.addEventListener("message", ({ data }) => {
    const frame = parseDown(data);
    if (frame === undefined) return;
    frames.push(frame);
    if (frame.type === "events") events.push(...frame.events);
  });
  const tell = (frame: UpFrame) => socket.send(JSON.stringify(frame));
  await until(() => socket.readyState === WebSocket.OPEN);
  tell({ type: "hello", name });
  await until(() => frames.some(({ type }) => type === "welcome"));
  return {
    frames,
    events,
    tell,
    say(...texts) {
      const ops = texts.map((text) => ({ id: nanoid(), kind: "send", body: { text } }));
      tell({ type: "ops", ops });
      return ops.map(({ id }) => id);
    },
  };
}
