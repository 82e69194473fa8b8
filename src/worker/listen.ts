// The Worker's ear in a room, for who can't hold a socket: a hibernatable one to the object, so that the room sleeps while the
// Worker waits. It hears frames as the room sends them.
import type { Context } from "hono";
import type { DownFrame } from "../protocol/down.ts";
import { CREDIT_BYTES } from "../protocol/limits.ts";
import type { UpFrame } from "../protocol/up.ts";
import { PARLOR } from "../protocol/version.ts";
import { entranceHeaders, readRefusal } from "../room/entrance.ts";
import type { Env } from "./env.ts";
import { fail } from "./fail.ts";
import type { Visitor } from "./visitor.ts";

export interface Ear {
  /** The next frame; `undefined` after so many milliseconds without one, `over` once the room has closed. */
  next(ms: number): Promise<DownFrame | "over" | undefined>;
  tell(frame: UpFrame): void;
  /** All up to this seq is read: says so to the room, where much has come since it last did. */
  pay(seq: number): void;
  close(): void;
}

/** Listens in a room as somebody. Refuses what the room refuses at its door. */
export async function listen(c: Context<{ Bindings: Env }>, room: string, who: Visitor): Promise<Ear> {
  const headers = { Upgrade: "websocket", ...entranceHeaders({ ...who, codec: "parlor", subprotocol: PARLOR }) };
  const answer = await c.env.ROOM.getByName(room).fetch("http://room/", { headers });
  const socket = answer.webSocket;
  if (socket === null) {
    const { code, retryAfter } = readRefusal(answer.headers);
    return fail(code, retryAfter);
  }
  // What the room says is what it means: it is read by its own schema where it was made.
  const heard: (DownFrame | "over")[] = [];
  let owed = 0;
  let wake = () => {};
  const take = (frame: DownFrame | "over") => {
    heard.push(frame);
    wake();
  };
  socket.addEventListener("message", ({ data }) => {
    owed += String(data).length;
    take(JSON.parse(String(data)));
  });
  socket.addEventListener("close", () => take("over"));
  socket.addEventListener("error", () => take("over"));
  socket.accept();
  const tell = (frame: UpFrame) => socket.send(JSON.stringify(frame));
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
      return heard.shift();
    },
    tell,
    pay(seq) {
      // Of Chinese, each letter is three bytes.
      if (owed < CREDIT_BYTES / 3) return;
      owed = 0;
      tell({ type: "got", seq });
    },
    close: () => socket.close(1000, "bye"),
  };
}
