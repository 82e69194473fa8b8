// Whether a link came through: somebody answered on it, and it did not die at once.
import { parseDown } from "../../protocol/down.ts";
import type { Platform, Socket, SocketEvents } from "../platform.ts";
import { createTimer } from "../timer.ts";

/** `silent` where frames went out and none came back: something on the way keeps them. */
export type Judged = "fine" | "failed" | "silent";

/** A link that says something and then dies within this time, in milliseconds, was cut … */
const SETTLED_MS = 10_000;
/** … and one that opens and says nothing for so long does not come through. */
export const SILENT_MS = 8_000;
/** No refusal is longer, with whatever reason, in UTF-16 units. */
const REFUSAL_UNITS = 2_000;
/** Who gives up on a link earlier than this, in milliseconds, did not wait for it. */
const WAITED_MS = 9_000;

/**
 * Watches one link; `tell` is called once, before the link's own `closed`. Where `beginsMs` is given it must open within that
 * time, and then has all the time that it takes.
 */
export function judge(platform: Platform, events: SocketEvents, tell: (judged: Judged) => void, beginsMs?: number) {
  const begun = platform.now();
  let heard = false;
  /** The room itself ended it, and said why. */
  let refused = false;
  let over = false;
  let socket: Socket | undefined;

  function end(judged: Judged | undefined) {
    if (over) return;
    over = true;
    silence.stop();
    if (judged !== undefined) tell(judged);
  }

  const silence = createTimer(platform, () => {
    end("silent");
    socket?.close();
    events.closed();
  });

  if (beginsMs !== undefined) silence.start(beginsMs);

  const watched: SocketEvents = {
    opened() {
      silence.stop();
      if (!heard && beginsMs === undefined) silence.start(SILENT_MS);
      events.opened();
    },
    received(data) {
      heard = true;
      silence.stop();
      // Whoever holds the link reads all frames. A refusal is a short one.
      const frame = String(data).length < REFUSAL_UNITS ? parseDown(data) : undefined;
      refused = frame?.type === "refused" && frame.id === undefined && frame.ref === undefined;
      events.received(data);
    },
    closed() {
      if (over) return;
      end(refused || (heard && platform.now() - begun >= SETTLED_MS) ? "fine" : "failed");
      events.closed();
    },
  };
  return {
    events: watched,
    /** The link itself, as its holder has it. */
    around(link: Socket): Socket {
      socket = link;
      return {
        send: (text) => link.send(text),
        close() {
          end(heard ? "fine" : platform.now() - begun >= WAITED_MS ? "silent" : undefined);
          link.close();
        },
      };
    },
  };
}
