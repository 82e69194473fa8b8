// The model's room: the shipped core in this process, under a shell as thin as that of src/room/room.ts.
import { PING } from "../../../src/protocol/ping.ts";
import type { Rates } from "../../../src/room/abuse.ts";
import { admit, type Core, openCore, personOf, readmit } from "../../../src/room/core.ts";
import { person } from "../../../src/room/members.ts";
import { pongOf } from "../../../src/room/pong.ts";
import type { Link, Memory, Session } from "../../../src/room/session.ts";
import { type Arrival, takeTurn } from "../../../src/room/turn.ts";
import type { Clock } from "./clock.ts";
import type { Disk, DiskFault } from "./disk.ts";
import type { Row } from "./reference.ts";
import type { FarEnd, FarEvents } from "./wire.ts";

export interface House {
  /** Somebody's socket arrives. */
  answer(member: string, far: FarEnd): FarEvents;
  /** The object leaves memory, as it does when it sleeps: what it knows of its sockets is in their attachments. */
  evict(): void;
  /** The process dies, and all sockets with it; in the middle of the next turn, or at once. */
  crash(when: "now" | "in the next turn"): void;
  /** The disk fails in the next turn. */
  failDisk(fault: DiskFault): void;
  /** A day goes by for what was said so far. */
  age(): void;
  /** Every event that was ever committed, as it was then or as its words were taken out later. */
  log(): Row[];
  /** The first seq that has not been forgotten. */
  readonly tail: number;
  /** What went wrong in turns but for the disk. */
  readonly broken: unknown[];
}

interface Seat {
  far: FarEnd;
  open: boolean;
  /** The attachment of its socket; undefined where it was let go. */
  memory: Memory | undefined;
  lastPing: number | null;
}

const DAY_MS = 86_400_000;

/** A house with one room. `hangUp` ends every socket where the process died. */
export function createHouse(clock: Clock, disk: Disk, rates: Rates | undefined, hangUp: () => void): House {
  const config = { rates, sockets: 100, socketsOfAddress: 100, privateHooks: false };
  const broken: unknown[] = [];
  let seats = new Map<Seat, Session | undefined>();
  let core: Core = openCore(disk.database, "model", config);
  let arrivals: Arrival[] = [];
  let dies = false;
  let failing: DiskFault | undefined;
  /** What was sent in this turn: nothing leaves before the rows are durable. */
  let gate: (() => void)[] | undefined;
  const ever = new Map<number, Row>();

  function leave(work: () => void): void {
    if (gate === undefined) work();
    else gate.push(work);
  }

  function linkOf(seat: Seat): Link {
    return {
      send: (frame) => seat.open && leave(() => seat.open && seat.far.send(frame)),
      close() {
        seat.memory = undefined;
        leave(() => seat.far.close());
        seat.open = false;
      },
      keep(memory) {
        // As an attachment is: a copy.
        seat.memory = structuredClone(memory);
      },
      lastPing: () => seat.lastPing,
    };
  }

  function arrive(arrival: Arrival): void {
    arrivals.push(arrival);
    if (arrivals.length === 1) clock.after(0, turn);
  }

  function turn(): void {
    if (arrivals.length === 0) return;
    const now = arrivals;
    arrivals = [];
    gate = [];
    disk.fault = failing;
    disk.turn(() => takeTurn(core, now, clock.now(), report), !dies);
    disk.fault = failing = undefined;
    const held = gate;
    gate = undefined;
    if (dies) return restart();
    for (const send of held) send();
    remember();
  }

  function report(fault: unknown): void {
    if (!(fault instanceof Error && fault.message === "disk I/O error")) broken.push(fault);
  }

  /** The rows that are new, and those whose words went. */
  function remember(): void {
    const { head, tail } = core.log;
    if (head === 0) return;
    const rows = (where: string, seq: number) =>
      disk.database.all<Row & Record<string, string | number | null>>(`SELECT * FROM events WHERE ${where}`, seq);
    const news = rows("seq > ?", ever.size);
    const changed = news.flatMap(({ kind, target }) => {
      if (kind !== "delete" || target === null) return [];
      return [...rows("seq = ?", target), ...rows("target = ?", target)];
    });
    for (const row of [...news, ...changed]) if (row.seq >= tail) ever.set(row.seq, row);
  }

  function restart(): void {
    dies = false;
    arrivals = [];
    seats = new Map();
    core = openCore(disk.database, "model", config);
    hangUp();
  }

  function evict(): void {
    // With a turn due it does not sleep.
    turn();
    core = openCore(disk.database, "model", config);
    for (const seat of seats.keys()) {
      seats.set(seat, seat.memory && readmit(core, linkOf(seat), seat.memory));
    }
  }

  return {
    answer(member, far) {
      const seat: Seat = { far, open: true, memory: undefined, lastPing: null };
      const who = personOf(core, person(member, member.slice(0, 8), true));
      const stage = { is: "new" } as const;
      const memory: Memory = {
        person: who,
        address: "",
        codec: "parlor",
        heard: clock.now(),
        stage,
        credit: false,
        read: 0,
      };
      const session = admit(core, linkOf(seat), memory);
      session.remember({});
      seats.set(seat, session);
      return {
        received(frame) {
          // The runtime answers without waking the room.
          if (frame === PING) {
            seat.lastPing = clock.now();
            const answer = pongOf(core);
            if (seat.open && answer !== undefined) far.send(answer);
            return;
          }
          const here = seats.get(seat);
          if (here !== undefined) arrive({ is: "frame", session: here, data: frame });
        },
        closed() {
          const here = seats.get(seat);
          seat.open = false;
          seats.delete(seat);
          if (here !== undefined) arrive({ is: "left", session: here });
        },
      };
    },
    evict,
    crash(when) {
      if (when === "now") restart();
      else dies = true;
    },
    failDisk(fault) {
      failing = fault;
    },
    age() {
      turn();
      if (core.log.head > 0) disk.database.all("UPDATE events SET at = at - ?", 2 * DAY_MS);
      evict();
      arrive({ is: "due" });
    },
    log: () => [...ever.values()].sort((a, b) => a.seq - b.seq),
    get tail() {
      return core.log.tail;
    },
    broken,
  };
}
