// Somebody who can stop reading: a socket that pauses, as a laptop does whose lid was shut, and keeps what it gets.
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import WebSocket from "ws";
import { type DownFrame, parseDown, type Welcome } from "../../src/protocol/down.ts";
import type { Event } from "../../src/protocol/event.ts";
import { CREDIT_BYTES } from "../../src/protocol/limits.ts";
import type { Op } from "../../src/protocol/op.ts";
import { PARLOR } from "../../src/protocol/version.ts";
import { until } from "./serve.ts";

export interface Reader {
  /** Frames as they came. */
  received: string[];
  /** The room has not said a close yet. */
  isOpen(): boolean;
  /** Waits for the room to close it, and says how it did. */
  closed(): Promise<{ code: number; reason: string }>;
  pause(): void;
  resume(): void;
  leave(): void;
}

export interface EventReader extends Reader {
  events: Event[];
  /** When each of them came, in ms of `performance.now()`. */
  cameAt: number[];
  /** What they said, and when. */
  said: { at: number; op: Op }[];
  /** What it said last that is no event. */
  lastWord: DownFrame | undefined;
  say(texts: string[]): void;
  /** Sends this as it is. */
  tell(text: string): void;
  /** What a hello resumes with. */
  stands(): { epoch: string; cursor: number; last: string };
}

/** Reads a room's lines at the text door. */
export async function readsLines(server: string, room: string): Promise<Reader> {
  const { reader } = await open(server, room, []);
  await until(() => reader.received.length > 0);
  return reader;
}

/** Reads a room's events and says `got` as the shipped client does, from the room's beginning or where it stood. */
export async function readsEvents(
  server: string,
  room: string,
  stood = { epoch: "", cursor: 0, last: "" },
): Promise<EventReader> {
  const { socket, reader } = await open(server, room, [PARLOR]);
  const tell = (frame: object) => socket.send(JSON.stringify(frame));
  let welcome: Welcome | undefined;
  let owed = 0;
  const events: Event[] = [];
  const cursor = () => events.at(-1)?.seq ?? stood.cursor;
  const person: EventReader = Object.assign(reader, {
    events,
    cameAt: [],
    said: [],
    lastWord: undefined,
    tell: (text: string) => socket.send(text),
    say(texts: string[]) {
      const ops = texts.map((text): Op => ({ id: mint(), kind: "send", body: { text } }));
      person.said.push(...ops.map((op) => ({ at: performance.now(), op })));
      tell({ type: "ops", ops });
    },
    stands: () => ({
      epoch: welcome?.epoch || (events[0]?.id ?? ""),
      cursor: cursor(),
      last: events.at(-1)?.id ?? stood.last,
    }),
  });
  socket.on("message", (data: Buffer) => {
    const frame = parseDown(data.toString());
    if (frame?.type === "welcome") welcome = frame;
    if (frame?.type === "events") {
      events.push(...frame.events);
      person.cameAt.push(...frame.events.map(() => performance.now()));
    } else person.lastWord = frame;
    owed += data.length;
    if (owed < CREDIT_BYTES && !(frame?.type === "events" && frame.more)) return;
    owed = 0;
    if (socket.readyState === WebSocket.OPEN) tell({ type: "got", seq: cursor() });
  });
  tell({ type: "hello", credit: true, ...(stood.cursor > 0 && stood) });
  await until(() => welcome !== undefined);
  return person;
}

/** Reads a room over HTTP, as a session's events without end. */
export async function readsSession(server: string, room: string): Promise<Reader> {
  const headers = { Cookie: `__Host-parlor=${randomBytes(32).toString("base64url")}` };
  const asked = request(`${server}/r/${room}/sessions`, { method: "POST", headers }).end();
  const [answer]: IncomingMessage[] = await once(asked, "response");
  if (answer === undefined) throw new Error("no answer");
  let text = "";
  let over = false;
  const reader: Reader = {
    received: [],
    isOpen: () => !over,
    async closed() {
      await until(() => over);
      const { code } = JSON.parse(reader.received.at(-1) ?? "{}");
      return { code: answer.statusCode ?? 0, reason: String(code) };
    },
    pause: () => answer.pause(),
    resume: () => answer.resume(),
    leave: () => asked.destroy(),
  };
  answer.setEncoding("utf8").on("data", (part: string) => {
    const events = (text + part).split("\n\n");
    text = events.pop() ?? "";
    reader.received.push(...events.flatMap((event) => /^(?:event: session\n)?data: (.*)$/.exec(event)?.[1] ?? []));
  });
  answer.on("end", () => (over = true));
  await until(() => reader.received.length > 0);
  const body = JSON.stringify({ type: "hello", credit: true });
  await fetch(`${server}/r/${room}/sessions/${reader.received[0]}`, { method: "POST", headers, body });
  await until(() => reader.received.length > 1);
  return reader;
}

async function open(server: string, room: string, offer: string[]) {
  const socket = new WebSocket(`${server.replace("http", "ws")}/r/${room}`, offer, { perMessageDeflate: false });
  const over = once(socket, "close").then(([code, reason]) => ({ code, reason: String(reason) }));
  const reader: Reader = {
    received: [],
    isOpen: () => socket.readyState === WebSocket.OPEN,
    async closed() {
      await until(() => !reader.isOpen());
      // The close was said. Where its queue had been full, workerd ends the TCP connection 10 s later (2026-11).
      socket.terminate();
      return over;
    },
    pause: () => socket.pause(),
    resume: () => socket.resume(),
    leave: () => socket.terminate(),
  };
  socket.on("message", (data: Buffer) => reader.received.push(data.toString()));
  await once(socket, "open");
  return { socket, reader };
}

const mint = () => randomBytes(16).toString("base64url");
