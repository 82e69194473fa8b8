// Somebody in a room, for tests inside workerd: a real socket through the real Worker.
import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { env, exports } from "cloudflare:workers";
import { nanoid } from "nanoid";
import { expect, vi } from "vitest";
import { type Down, type DownFrame, parseDown, type Welcome } from "../../src/protocol/down.ts";
import type { Event } from "../../src/protocol/event.ts";
import type { Hello } from "../../src/protocol/up.ts";

/** The room's object stays in memory, or is taken out of it before each frame that anybody sends. */
export type Warmth = "warm" | "evicted";

export const ORIGIN = "http://localhost:8787";

type Wish = { kind: "send"; body: { text: string; me?: true }; replyTo?: number } | Record<string, unknown>;

export class Visitor {
  readonly socket: WebSocket;
  /** The cookie that this visitor came with or was given. */
  readonly cookie: string;
  /** Everything that arrived, as it came. */
  readonly received: string[] = [];
  closed: { code: number; reason: string } | undefined;
  /** The same, read. It is looked at again and again, and would be read as often. */
  readonly #read: (DownFrame | undefined)[] = [];
  readonly #room: string;
  readonly #warmth: Warmth;

  constructor(socket: WebSocket, cookie: string, room: string, warmth: Warmth) {
    this.socket = socket;
    this.cookie = cookie;
    this.#room = room;
    this.#warmth = warmth;
    socket.addEventListener("message", ({ data }) => {
      this.received.push(String(data));
    });
    socket.addEventListener("close", ({ code, reason }) => {
      this.closed = { code, reason };
      // As a browser does, or the close would never be complete.
      if (socket.readyState !== WebSocket.CLOSED) socket.close();
    });
    socket.accept();
  }

  /** Every frame of one type, in order. */
  frames<T extends DownFrame["type"]>(type: T): Down<T>[] {
    const isOfType = (frame: DownFrame | undefined): frame is Down<T> => frame?.type === type;
    this.#read.push(...this.received.slice(this.#read.length).map(parseDown));
    return this.#read.filter(isOfType);
  }

  get events(): Event[] {
    return this.frames("events").flatMap((frame) => frame.events);
  }

  get texts(): string[] {
    return this.events.flatMap((event) => (event.kind === "send" && event.body !== null ? [event.body.text] : []));
  }

  get refusals(): string[] {
    return this.frames("refused").map((frame) => frame.code);
  }

  get welcome(): Welcome {
    const welcome = this.frames("welcome").at(-1);
    if (welcome === undefined) throw new Error("not welcomed yet");
    return welcome;
  }

  /** Sends one frame as it is, after the room was put to sleep where the test asks for it. */
  async sendRaw(frame: string | ArrayBuffer): Promise<void> {
    if (this.#warmth === "evicted") await sleep(this.#room);
    this.socket.send(frame);
  }

  send(frame: object): Promise<void> {
    return this.sendRaw(JSON.stringify(frame));
  }

  /** Sends ops in one frame, each with an id of its own unless it brings one. Gives their ids. */
  async ops(...wishes: Wish[]): Promise<string[]> {
    const ops = wishes.map((wish) => ({ id: nanoid(), ...wish }));
    await this.send({ type: "ops", ops });
    return ops.map((op) => op.id);
  }

  /** Says something and waits for the echo. Gives its seq. */
  async say(text: string): Promise<number> {
    const [id] = await this.ops({ kind: "send", body: { text } });
    return this.echo(id);
  }

  /** Does something and waits for the echo. Gives its seq. */
  async act(wish: Wish): Promise<number> {
    const [id] = await this.ops(wish);
    return this.echo(id);
  }

  async echo(id: string | undefined): Promise<number> {
    const event = await until(() => {
      const found = this.events.find((each) => each.id === id);
      expect(found).toBeDefined();
      return found;
    });
    return event?.seq ?? 0;
  }

  /** Says hello and waits for the welcome. */
  async hello(hello: Partial<Hello> = {}): Promise<Welcome> {
    const before = this.frames("welcome").length;
    await this.send({ type: "hello", ...hello });
    await until(() => expect(this.frames("welcome").length).toBe(before + 1));
    return this.welcome;
  }

  /** Where this visitor stands, for a hello that resumes. */
  get cursor(): { epoch: string; cursor: number; last: string } {
    const last = this.events.at(-1) ?? this.welcome.page?.at(-1);
    return { epoch: this.welcome.epoch || (this.events[0]?.id ?? ""), cursor: last?.seq ?? 0, last: last?.id ?? "" };
  }

  /** Answers each part of a resume, until the room has nothing more. */
  async catchUp(): Promise<void> {
    for (let seen = 0; ; seen += 1) {
      await until(() => expect(this.frames("events").length).toBeGreaterThan(seen));
      const part = this.frames("events")[seen];
      if (!part?.more) return;
      await this.send({ type: "got", seq: part.events.at(-1)?.seq });
    }
  }

  async leave(): Promise<void> {
    this.socket.close(1000, "bye");
    await until(() => expect(this.closed).toBeDefined());
  }
}

export interface Arrival {
  room: string;
  name?: string;
  cookie?: string;
  offer?: string | null;
  headers?: Record<string, string>;
  warmth?: Warmth;
}

/** Opens a socket without saying hello. */
export async function open({
  room,
  cookie,
  offer = "parlor.v1",
  headers = {},
  warmth = "warm",
}: Arrival): Promise<Visitor> {
  const answer = await get(`/r/${encodeURIComponent(room)}`, {
    Upgrade: "websocket",
    ...(offer !== null && { "Sec-WebSocket-Protocol": offer }),
    ...(cookie !== undefined && { Cookie: cookie }),
    ...headers,
  });
  if (answer.webSocket === null) throw new Error(`no socket: ${answer.status} ${await answer.text()}`);
  const given = answer.headers.get("Set-Cookie")?.split(";")[0];
  const visitor = new Visitor(answer.webSocket, cookie ?? given ?? "", room, warmth);
  // The text door greets at once.
  if (offer !== "parlor.v1") await until(() => expect(visitor.received.length).toBeGreaterThan(0));
  return visitor;
}

/** Opens a socket and says hello, with credit and what else is given. */
export async function enter(arrival: Arrival & { hello?: Partial<Hello> }): Promise<Visitor> {
  const visitor = await open(arrival);
  const { name, hello } = arrival;
  await visitor.hello({ ...(name !== undefined && { name }), credit: true, ...hello });
  return visitor;
}

/** A request through the Worker. */
export function get(path: string, headers: Record<string, string> = {}, init: RequestInit = {}): Promise<Response> {
  return exports.default.fetch(new URL(path, ORIGIN).href, { ...init, headers, redirect: "manual" });
}

export function objectOf(room: string) {
  return env.ROOM.getByName(room);
}

/** Takes the room's object out of memory; its sockets hibernate. */
export async function sleep(room: string): Promise<void> {
  try {
    await evictDurableObject(objectOf(room));
  } catch (fault) {
    // It sleeps already.
    if (!String(fault).includes("not currently running")) throw fault;
  }
}

/** Everything that a query finds in the room's tables. */
export async function rowsOf(room: string): Promise<string> {
  return runInDurableObject(objectOf(room), (_, { storage }) => {
    const tables = storage.sql.exec<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'").toArray();
    const ours = tables.filter(({ name }) => !name.startsWith("_cf"));
    return JSON.stringify(ours.map(({ name }) => storage.sql.exec(`SELECT * FROM ${name}`).toArray()));
  });
}

/** Waits until this no longer throws. */
export function until<T>(check: () => T): Promise<T> {
  return vi.waitFor(check, { timeout: 10_000, interval: 2 });
}

let rooms = 0;
/** A room that no other test uses. */
export function freshRoom(): string {
  rooms += 1;
  return `room-${rooms}-${nanoid(6)}`;
}
