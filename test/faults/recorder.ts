// Writes down what happens to one client: around the platform and the room that the shipped core gets and gives.
import type { Platform } from "../../src/client/platform.ts";
import type { Room } from "../../src/client/room.ts";
import type { State } from "../../src/client/state.ts";
import type { DownFrame } from "../../src/protocol/down.ts";
import { contentOf, type History, lineOf } from "./history.ts";

export interface Recorder {
  /** The platform to join with. */
  platform: Platform;
  /** From now on what this room does is written down. */
  watch(room: Room): void;
}

/**
 * A recorder of the client `who`. `sent` holds the ids that were sent before, by whichever client: after a reload the same
 * ops come back.
 */
export function record(history: History, who: string, platform: Platform, sent: Set<string>): Recorder {
  let room: Room | undefined;
  history.push({ is: "open", who });
  let pending = new Map<string, string>();

  function received(before: State, after: State, data: unknown): void {
    // The client has read it, and so it is a frame; once more by its schema would take as long again.
    const frame: DownFrame = JSON.parse(String(data));
    const { epoch, cursor } = after;
    if (frame.type === "welcome") {
      const anew = frame.reset || epoch !== before.epoch || cursor !== before.cursor;
      if (anew) history.push({ is: "start", who, epoch, seq: cursor, told: frame.reset });
    }
    if (frame.type !== "events") return;
    for (const event of frame.events) {
      if (event.seq <= before.cursor || event.seq > cursor) continue;
      history.push({ is: "deliver", who, epoch, seq: event.seq, id: event.id, content: contentOf(event) });
    }
  }

  function changed(state: State): void {
    const now = new Map(state.pending.map(({ op, status }) => [op.id, status]));
    for (const { op, status, code = "" } of state.pending) {
      if (!sent.has(op.id)) history.push({ is: "send", who, id: op.id, content: contentOf(op) });
      sent.add(op.id);
      if (status === "failed" && pending.get(op.id) !== "failed") history.push({ is: "refused", who, id: op.id, code });
    }
    // Nobody here discards what failed: what is not pending any more is in the log.
    for (const [id] of pending) if (!now.has(id)) history.push({ is: "ack", who, id });
    pending = now;
  }

  return {
    platform: {
      ...platform,
      openSocket(url, subprotocol, events) {
        return platform.openSocket(url, subprotocol, {
          opened: () => events.opened(),
          closed: () => events.closed(),
          received(data) {
            const before = room?.state;
            events.received(data);
            if (room !== undefined && before !== undefined) received(before, room.state, data);
          },
        });
      },
    },
    watch(joined) {
      room = joined;
      joined.subscribe(() => changed(joined.state));
      changed(joined.state);
    },
  };
}

/** Writes down what a client shows. */
export function recordScreen(history: History, who: string, { epoch, cursor, messages }: State): void {
  history.push({ is: "screen", who, epoch, cursor, lines: messages.map(lineOf) });
}
