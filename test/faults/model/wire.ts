// The model's network: between a client and its room one ordered wire a socket, which is slow, cut, or dead without a word.
import type { Socket, SocketEvents } from "../../../src/client/platform.ts";
import type { Clock } from "./clock.ts";

/** The room's end of a wire. */
export interface FarEnd {
  send(frame: string): void;
  close(): void;
}

/** What the room does with what comes. */
export interface FarEvents {
  received(frame: string): void;
  closed(): void;
}

export interface Wire {
  /** Both ends learn that it is over, each in its time; what is on its way may come before that, or not. */
  cut(): void;
  /** From now on it carries nothing, and nobody is told. */
  kill(): void;
  /** Nothing comes through for so many milliseconds; then all of it, in order. */
  stall(ms: number): void;
  /** The next frame that way does not arrive, or arrives twice. TCP does neither; what stands in between may. */
  spoil(way: "up" | "down", how: "lost" | "doubled"): void;
}

/** A wire and its near end. `answer` is the room, which is called when the socket reaches it; undefined: there is none. */
export function lay(
  clock: Clock,
  random: () => number,
  near: SocketEvents,
  answer: (far: FarEnd) => FarEvents | undefined,
): Socket & Wire {
  const ends = { near: "opening" as "opening" | "open" | "closed", far: "opening" as "opening" | "open" | "closed" };
  /** Until when each way is busy: frames don't overtake each other. */
  const busy = { up: 0, down: 0 };
  const spoilt: Record<"up" | "down", "lost" | "doubled" | undefined> = { up: undefined, down: undefined };
  let dead = false;
  let room: FarEvents | undefined;

  /** Carries something to the other end in a while, behind all that is on its way there. */
  function carry(way: "up" | "down", then: () => void, slow = 1) {
    busy[way] = Math.max(busy[way], clock.now() + random() * 80 * slow);
    clock.after(busy[way] - clock.now(), () => dead || then());
  }

  /** Carries a frame, if it is not spoilt. */
  function carryFrame(way: "up" | "down", then: () => void) {
    const how = spoilt[way];
    spoilt[way] = undefined;
    if (how !== "lost") carry(way, then);
    if (how === "doubled") carry(way, then);
  }

  const nearOver = () => {
    if (ends.near === "closed") return;
    ends.near = "closed";
    near.closed();
  };
  const farOver = () => {
    if (ends.far !== "open") return;
    ends.far = "closed";
    room?.closed();
  };

  const far: FarEnd = {
    send: (frame) => carryFrame("down", () => ends.near === "open" && near.received(frame)),
    close() {
      ends.far = "closed";
      carry("down", nearOver);
    },
  };

  carry("up", () => {
    ends.far = "open";
    room = answer(far);
    if (room === undefined) carry("down", nearOver);
    else
      carry("down", () => {
        if (ends.near !== "opening") return;
        ends.near = "open";
        near.opened();
      });
  });

  return {
    send(frame) {
      if (ends.near === "open") carryFrame("up", () => ends.far === "open" && room?.received(frame));
    },
    close() {
      if (ends.near === "closed") return;
      ends.near = "closed";
      // The room hears of it at the end of all that was sent. What it says meanwhile, nobody reads.
      carry("up", farOver, 10);
    },
    cut() {
      // Each end is told at some moment, in front of what has not arrived by then.
      clock.after(random() * 200, () => dead || nearOver());
      clock.after(random() * 3_000, () => dead || farOver());
    },
    spoil(way, how) {
      spoilt[way] = how;
    },
    kill() {
      dead = true;
    },
    stall(ms) {
      busy.up = Math.max(busy.up, clock.now() + ms);
      busy.down = Math.max(busy.down, clock.now() + ms);
    },
  };
}
