// Writes down what happens to somebody who has no client, but a bare door of the room's: for the checker.
import type { DownFrame } from "../../src/protocol/down.ts";
import { type Event, logged } from "../../src/protocol/event.ts";
import type { Op } from "../../src/protocol/op.ts";
import { contentOf, type History, type Place } from "./history.ts";

export interface Diary {
  /** They asked for this; again, if need be. */
  sent(op: Op): void;
  /** This came to them. */
  heard(frame: DownFrame): void;
  /** All is quiet: they know the log up to where they are. */
  quiet(): void;
}

/** A diary of somebody's, over any number of links, from the log's beginning on. */
export function keepDiary(history: History, who: string): Diary {
  const own = new Set<string>();
  let epoch = "";
  let cursor = 0;
  history.push({ is: "open", who });

  function happened(event: Event): void {
    if (event.seq === 1) epoch = event.id;
    cursor = event.seq;
    history.push({ is: "deliver", who, epoch, ...placeOf(event) });
    if (own.has(event.id)) history.push({ is: "ack", who, id: event.id });
  }

  return {
    sent(op) {
      if (!own.has(op.id)) history.push({ is: "send", who, id: op.id, content: contentOf(logged(op)) });
      own.add(op.id);
    },
    heard(frame) {
      switch (frame.type) {
        case "welcome":
          if (!frame.reset && frame.page === undefined) return;
          ({ epoch, head: cursor } = frame);
          if (cursor > 0) history.push({ is: "start", who, epoch, seq: cursor, told: frame.reset });
          return;
        case "events":
          for (const event of frame.events) happened(event);
          return;
        case "stored":
          for (const [id] of frame.ids) history.push({ is: "ack", who, id });
          return;
        case "refused": {
          const { id, code } = frame;
          if (id !== undefined) history.push({ is: "refused", who, id, code });
        }
      }
    },
    quiet: () => void history.push({ is: "screen", who, epoch, cursor, lines: [] }),
  };
}

/** An event's place in the log, as the checker reads it. */
export function placeOf(event: Event): Place {
  return { seq: event.seq, id: event.id, content: contentOf(event) };
}
