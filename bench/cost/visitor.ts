// Somebody at a room's real WebSocket door, with the cookie that makes them the same person when they come back.
import { setTimeout as sleep } from "node:timers/promises";
import { nanoid } from "nanoid";
import { WebSocket } from "ws";
import { type DownFrame, parseDown, type Welcome } from "../../src/protocol/down.ts";
import { ID_LENGTH } from "../../src/protocol/id.ts";
import { PING } from "../../src/protocol/ping.ts";
import type { UpFrame } from "../../src/protocol/up.ts";
import { PARLOR } from "../../src/protocol/version.ts";

const PATIENCE_MS = 10_000;

/** Where somebody left off, and who they are. */
export interface Place {
  cookie: string;
  epoch: string;
  cursor: number;
  last: string;
}

export class Visitor {
  readonly #socket: WebSocket;
  readonly #heard: { frame: DownFrame; bytes: number }[] = [];
  #cookie = "";

  constructor(url: string, headers: Record<string, string>) {
    this.#socket = new WebSocket(url, PARLOR, { headers });
    this.#socket.on("upgrade", ({ headers }) => {
      this.#cookie = headers["set-cookie"]?.[0]?.split(";")[0] ?? "";
    });
    this.#socket.on("message", (data) => {
      const text = String(data);
      const frame = parseDown(text);
      if (frame !== undefined) this.#heard.push({ frame, bytes: Buffer.byteLength(text) });
    });
  }

  /** Says hello as the client does, and returns when welcomed. */
  static async enter(url: string, name: string, back?: Place): Promise<Visitor> {
    const { cookie = "", ...place } = back ?? {};
    const visitor = new Visitor(url, cookie === "" ? {} : { Cookie: cookie });
    await until(() => visitor.#socket.readyState === WebSocket.OPEN);
    visitor.tell({ type: "hello", credit: true, name, ...place });
    await until(() => visitor.welcome !== undefined);
    if (cookie !== "") visitor.#cookie = cookie;
    return visitor;
  }

  get welcome(): Welcome | undefined {
    return this.#heard.map(({ frame }) => frame).find((frame) => frame.type === "welcome");
  }

  /** What to come back with, after everything heard so far. */
  get back(): Place {
    const events = this.#heard.flatMap(({ frame }) => (frame.type === "events" ? frame.events : []));
    const last = events.at(-1);
    return {
      cookie: this.#cookie,
      epoch: this.welcome?.epoch || (events[0]?.id ?? ""),
      cursor: last?.seq ?? this.welcome?.head ?? 0,
      last: last?.id ?? this.welcome?.last ?? "",
    };
  }

  tell(frame: UpFrame): void {
    this.#socket.send(JSON.stringify(frame));
  }

  ping(): void {
    this.#socket.send(PING);
  }

  /** Asks for one op to be recorded. */
  act(wish: object): void {
    this.tell({ type: "ops", ops: [{ id: nanoid(ID_LENGTH), ...wish }] });
  }

  /** Waits for the next frame of a type, lets `cause` happen first, and returns its length. */
  async hears(type: DownFrame["type"], cause: () => void): Promise<{ bytes: number }> {
    const before = this.#heard.length;
    cause();
    const next = () => this.#heard.slice(before).find(({ frame }) => frame.type === type);
    await until(() => next() !== undefined);
    return next() ?? Promise.reject(new Error("unheard"));
  }

  async leave(): Promise<void> {
    this.#socket.close();
    await until(() => this.#socket.readyState === WebSocket.CLOSED);
  }
}

async function until(is: () => boolean): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!is()) {
    if (Date.now() > deadline) throw new Error("the room did not answer in time");
    await sleep(2);
  }
}
