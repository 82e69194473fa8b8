// The Worker's ear in a room, for who can't hold a socket: a hibernatable one to the object, so that the room sleeps while the
// Worker waits. It hears frames as the room sends them.
import type { Context } from "hono";
import type { DownFrame } from "../protocol/down.ts";
import { SLOW_BYTES } from "../protocol/limits.ts";
import { PING } from "../protocol/ping.ts";
import { HOLD } from "../protocol/session.ts";
import { meaning } from "../protocol/status.ts";
import type { UpFrame } from "../protocol/up.ts";
import { PARLOR } from "../protocol/version.ts";
import { weigh } from "../room/credit.ts";
import { type Entrance, entranceHeaders, readRefusal } from "../room/entrance.ts";
import type { Env } from "./env.ts";
import { fail } from "./fail.ts";
import { FLOOD_WAIT_S } from "./flood.ts";
import { knock } from "./make.ts";
import type { Visitor } from "./visitor.ts";

export interface Ear {
  /** The next frame; `undefined` after so many milliseconds without one, `null` once the room has closed. */
  next(ms: number): Promise<string | null | undefined>;
  tell(frame: UpFrame): void;
  /** Asks whether the room is there: the runtime's pong is the next frame, and the room sleeps on. */
  ping(): void;
  /** Heard enough: what the room says after its answer HELD waits for whoever goes on with this session. */
  hold(): void;
  close(): void;
}

/** What the room says is what it means: it is read by its own schema where it was made. */
export const frameOf = (said: string): DownFrame => JSON.parse(said);

/** Listens in a room as somebody; with `session`, for a session over HTTP. Refuses what the room refuses at its door. */
export async function listen(
  c: Context<{ Bindings: Env }>,
  room: string,
  who: Visitor,
  session: Pick<Entrance, "session" | "goesOn"> = {},
): Promise<Ear> {
  const entrance = { ...who, ...session, codec: "parlor", subprotocol: PARLOR } as const;
  const answer = await knock(c.req.raw, c.env, room, (makes) => {
    const headers = { Upgrade: "websocket", ...entranceHeaders({ ...entrance, makes }) };
    return new Request("http://room/", { headers });
  });
  if (answer === undefined) return fail("too_fast", FLOOD_WAIT_S);
  const socket = answer.webSocket;
  if (socket === null) {
    const { code, retryAfter } = readRefusal(answer.headers);
    return fail(code, retryAfter);
  }
  socket.accept();
  return earOn(socket);
}

/**
 * The ear on an accepted socket. What waits in it is bounded as the room bounds what waits for a socket, or a reader who stops
 * would have the Worker hold a whole talk: beyond that, all that is still to be heard is that it was too slow.
 */
export function earOn(socket: WebSocket): Ear {
  let heard: (string | null)[] = [];
  let bytes = 0;
  let over = false;
  let wake = () => {};
  const take = (frame: string | null) => {
    if (over) return;
    heard.push(frame);
    bytes += frame === null ? 0 : weigh([frame]);
    over = frame === null;
    if (bytes > SLOW_BYTES) {
      heard = [JSON.stringify({ type: "refused", code: "slow" }), null];
      over = true;
      socket.close(meaning("slow").close, "slow");
    }
    wake();
  };
  socket.addEventListener("message", ({ data }) => take(String(data)));
  socket.addEventListener("close", () => take(null));
  socket.addEventListener("error", () => take(null));
  // The room may have closed while what it said before is still to be heard: a send after that throws.
  const say = (text: string) => socket.readyState === WebSocket.OPEN && socket.send(text);
  return {
    async next(ms) {
      if (heard.length === 0) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      const frame = heard.shift();
      if (typeof frame === "string") bytes -= weigh([frame]);
      return frame;
    },
    tell: (frame) => void say(JSON.stringify(frame)),
    ping: () => void say(PING),
    hold: () => void say(HOLD),
    close: () => socket.close(1000, "bye"),
  };
}
