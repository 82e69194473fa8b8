// A room of this build with people whose every frame and request is written down, for record.ts.
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { browserPlatform } from "../../src/client/browser.ts";
import { openSession } from "../../src/client/fallback/http-session.ts";
import { joinRoom } from "../../src/client/join.ts";
import type { Platform } from "../../src/client/platform.ts";
import type { Room } from "../../src/client/room.ts";
import { memoryStore } from "../../src/client/store/memory.ts";
import { PING } from "../../src/protocol/ping.ts";
import { host } from "../../src/serve/host.ts";
import type { Asked, Line } from "./line.ts";

export interface Recording {
  lines: Line[];
  /** Somebody comes with the shipped client: by a cookie of their name, or, a bot, by its token; by a socket, or over HTTP. */
  joins(who: string, how?: { token?: string; over?: "http" }): Room;
  /** Somebody asks over HTTP, below the room's URL. */
  asks(who: string, method: string, path: string, how?: Partial<Pick<Asked, "headers" | "body">>): Promise<unknown>;
  end(): Promise<void>;
}

/** What is written down of it stays the same when it is said again: the room's name, and so its members. */
export async function recordIn(room: string): Promise<Recording> {
  const lines: Line[] = [];
  const dir = realpathSync(mkdtempSync(join(tmpdir(), "parlor-")));
  const done = new AbortController();
  process.env.PARLOR_LIMITS = "off";
  const ready = Promise.withResolvers<URL>();
  const hosting = host("wrangler.toml", { host: "127.0.0.1", port: 0, dir }, done.signal, ready.resolve);
  const { origin } = await ready.promise;
  const cookie = (who: string) => ({ Cookie: `__Host-parlor=${who.padEnd(43, "x")}` });

  function platformOf(who: string, headers: Record<string, string>, over: "http" | undefined): Platform {
    let links = 0;
    return {
      ...browserPlatform,
      onHint: () => () => {},
      openSocket(url, protocols, events) {
        const link = ++links;
        const note = (way: "up" | "down", frame: string) => {
          if (frame === PING || frame.includes('"pong"')) return;
          lines.push({ who, link, ...(over && { over }), way, frame: JSON.parse(frame) });
        };
        const noted = {
          ...events,
          received(data: unknown) {
            note("down", String(data));
            events.received(data);
          },
        };
        const open = () => {
          const { after } = browserPlatform;
          const ask = (to: string, how: RequestInit) => fetch(to, { ...how, headers });
          if (over === "http") return openSession(url.replace("ws", "http"), "stream", noted, ask, after);
          const socket: WebSocket = Reflect.construct(WebSocket, [url, { protocols, headers }]);
          socket.addEventListener("open", () => noted.opened());
          socket.addEventListener("close", () => noted.closed());
          socket.addEventListener("message", ({ data }) => noted.received(data));
          return socket;
        };
        const socket = open();
        return {
          send(text) {
            note("up", text);
            socket.send(text);
          },
          close: () => socket.close(),
        };
      },
    };
  }

  return {
    lines,
    joins(who, { token, over } = {}) {
      const headers = token === undefined ? cookie(who) : { Authorization: `Bearer ${token}` };
      return joinRoom({
        url: `${origin.replace("http", "ws")}/r/${room}`,
        room,
        name: who,
        store: memoryStore(room, who),
        platform: platformOf(who, headers, over),
      });
    },
    async asks(who, method, path, { headers = {}, body = null } = {}) {
      // Where it was asked, not where it was answered: the events come in between.
      const line: Asked = { who, way: "asks", method, path, headers, body, status: 0, answer: "" };
      lines.push(line);
      const answer = await fetch(`${origin}/r/${room}${path}`, {
        method,
        headers: { ...cookie(who), ...headers },
        body,
      });
      const text = await answer.text();
      line.status = answer.status;
      line.answer = answer.headers.get("Content-Type")?.includes("json") ? JSON.parse(text) : text;
      return line.answer;
    },
    async end() {
      await sleep(300);
      done.abort();
      await hosting.catch(() => {});
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
