// The model's people: the shipped client core over the model's wires, with a store that outlives a reload.

import { joinRoom } from "../../../src/client/join.ts";
import type { Platform } from "../../../src/client/platform.ts";
import type { Room } from "../../../src/client/room.ts";
import { memoryStore } from "../../../src/client/store/memory.ts";
import { memoryRecords } from "../../../src/client/store/records.ts";
import type { History } from "../history.ts";
import { record } from "../recorder.ts";
import type { Clock } from "./clock.ts";
import type { House } from "./house.ts";
import { lay, type Wire } from "./wire.ts";

export interface Client {
  who: string;
  readonly room: Room;
  /** The wire of its socket, if it ever had one. */
  readonly wire: Wire | undefined;
  /** The page is loaded again: nothing is left of it but what its browser keeps. */
  reload(): void;
}

/** Everything that the clients of one run share. */
export interface Street {
  clock: Clock;
  random: () => number;
  house: House;
  history: History;
  sent: Set<string>;
  /** Every wire that was laid and may be alive. */
  wires: Set<Wire>;
}

/** Somebody's browser, in which the room is opened at once. */
export function open(street: Street, who: string, member: string): Client {
  const { clock, random, house, history, sent, wires } = street;
  const rows = memoryRecords();
  let pages = 0;
  let ids = 0;
  let wire: Wire | undefined;

  function load(): Room {
    const page = ++pages;
    const lives = () => page === pages;
    const platform: Platform = {
      now: clock.now,
      after: (ms, then) => clock.after(ms, () => lives() && then()),
      random,
      mintId: () => `${who}-${String(++ids).padStart(18, "0")}`,
      openSocket(_, __, events) {
        const near = {
          opened: () => lives() && events.opened(),
          received: (data: unknown) => lives() && events.received(data),
          closed: () => lives() && events.closed(),
        };
        const socket = lay(clock, random, near, (far) => house.answer(member, far));
        wires.add(socket);
        wire = socket;
        return socket;
      },
      onHint: () => () => {},
    };
    const recorder = record(history, who, platform, sent);
    const store = memoryStore("model", `tab-${String(page).padStart(3, "0")}`, rows);
    const joined = joinRoom({ url: "ws://model", room: "model", name: who, platform: recorder.platform, store });
    recorder.watch(joined);
    return joined;
  }

  let room = load();
  return {
    who,
    get room() {
      return room;
    },
    get wire() {
      return wire;
    },
    reload() {
      wire?.cut();
      room = load();
    },
  };
}
