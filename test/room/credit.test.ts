// Who is closed `slow`, and who is not: bytes are counted, rosters and typing too, and each as far as it was really sent.
import { runInDurableObject } from "cloudflare:test";
import { nanoid } from "nanoid";
import { describe, expect, it } from "vitest";
import { CREDIT_BYTES, FRAME_COST, SILENT_BYTES, SLOW_BYTES } from "../../src/protocol/limits.ts";
import { utf8Bytes } from "../../src/protocol/utf8.ts";
import { ROOM_SOCKETS } from "../../src/room/abuse.ts";
import { admit, type Core, openCore } from "../../src/room/core.ts";
import { countTraffic, weigh } from "../../src/room/credit.ts";
import { openDatabase } from "../../src/room/database.ts";
import { person } from "../../src/room/members.ts";
import type { Session } from "../../src/room/session.ts";
import { type Arrival, takeTurn } from "../../src/room/turn.ts";
import { freshRoom, objectOf } from "./visitor.ts";

interface Seat {
  session: Session;
  /** Bytes that came since the last look, and the frames in all. */
  bytes: number;
  frames: number;
  closed: string | undefined;
}

async function inRoom(work: (core: Core) => void) {
  await runInDurableObject(objectOf(freshRoom()), (_, { storage }) =>
    work(
      openCore(openDatabase(storage), "credit", {
        rates: undefined,
        sockets: ROOM_SOCKETS,
        socketsOfAddress: 1000,
        privateHooks: false,
      }),
    ),
  );
}

function take(core: Core, ...arrivals: Arrival[]) {
  takeTurn(core, arrivals, 0, (fault) => {
    throw fault;
  });
}

const tell = (core: Core, { session }: Seat, frame: object) =>
  take(core, { is: "frame", session, data: JSON.stringify(frame) });

function seat(
  core: Core,
  name: string,
  { codec = "parlor", credit = codec === "parlor" }: { codec?: "parlor" | "text"; credit?: boolean } = {},
): Seat {
  const link = {
    send(text: string) {
      taken.bytes += utf8Bytes(text);
      taken.frames += 1;
    },
    close(_: number, reason: string) {
      taken.closed = reason;
    },
    keep: () => {},
    lastPing: () => null,
  };
  const stage = { is: codec === "text" ? "live" : "new" } as const;
  const session = admit(core, link, {
    person: person(name, name, false),
    codec,
    address: "",
    heard: 0,
    stage,
    credit,
    read: 0,
  });
  const taken: Seat = { session, bytes: 0, frames: 0, closed: undefined };
  if (codec === "parlor") tell(core, taken, { type: "hello", credit });
  return taken;
}

/** As the shipped client: `got` after each 64 KiB, whatever came. */
function reads(core: Core, each: Seat) {
  if (each.bytes < CREDIT_BYTES) return;
  each.bytes = 0;
  tell(core, each, { type: "got", seq: core.log.head });
}

const says = (core: Core, who: Seat, text: string, times = 1) =>
  tell(core, who, {
    type: "ops",
    ops: Array.from({ length: times }, () => ({ id: nanoid(), kind: "send", body: { text } })),
  });

describe("credit", () => {
  it("counts bytes: three for a Chinese character, and what a waiting frame costs", () => {
    expect(weigh(["你好", "hi"])).toBe(2 * FRAME_COST + 6 + 2);
  });

  it("takes a seq for all that was sent before the next events", () => {
    const traffic = countTraffic();
    traffic.sent(5);
    expect(traffic.upTo(0)).toBe(5);
    traffic.sent(10, 1);
    traffic.sent(20);
    traffic.sent(30, 2);
    traffic.sent(40);
    expect([0, 1, 2].map(traffic.upTo)).toEqual([5, 35, 105]);
  });

  it("closes bo, who stopped reading, after 4 MiB of Chinese, and not cy, who reads", () =>
    inRoom((core) => {
      const ann = seat(core, "ann", { credit: false });
      const bo = seat(core, "bo");
      const cy = seat(core, "cy");
      while (bo.closed === undefined) {
        says(core, ann, "字".repeat(8000), 2);
        reads(core, cy);
      }
      expect(bo.closed).toBe("slow");
      expect(bo.bytes).toBeGreaterThan(SLOW_BYTES * 0.9);
      expect(bo.bytes).toBeLessThan(SLOW_BYTES * 1.1);
      expect(cy.closed).toBeUndefined();
    }));

  it("closes bo, who stopped reading, where people only come and go, and not cy, who reads", () =>
    inRoom((core) => {
      const bo = seat(core, "bo");
      const cy = seat(core, "cy");
      for (let n = 0; n < 3000; n += 1) {
        const guest = seat(core, `guest ${n}`);
        take(core, { is: "left", session: guest.session });
        reads(core, cy);
      }
      expect(bo.closed).toBe("slow");
      expect(bo.frames * FRAME_COST).toBeLessThan(SLOW_BYTES);
      expect(cy.closed).toBeUndefined();
    }));

  it("does not count ann's own typing against her, which she is not sent", () =>
    inRoom((core) => {
      const ann = seat(core, "ann");
      const bo = seat(core, "bo");
      for (let n = 0; n < 5000; n += 1) tell(core, ann, { type: "typing", on: true });
      expect([ann.closed, bo.closed]).toEqual([undefined, "slow"]);
    }));

  it("does not count against dee what is said while she is still replayed what she missed", () =>
    inRoom((core) => {
      const ann = seat(core, "ann", { credit: false });
      for (let n = 0; n < 10; n += 1) says(core, ann, "x".repeat(8000), 7);
      const dee = seat(core, "dee");
      const last = core.log.idAt(1);
      tell(core, dee, { type: "hello", credit: true, epoch: core.log.epoch, cursor: 1, last });
      expect(dee.session.memory.stage.is).toBe("behind");
      for (let sent = 0; sent < 2 * SLOW_BYTES; sent += 56_000) says(core, ann, "x".repeat(8000), 7);
      tell(core, ann, { type: "read", seq: 1 });
      expect(dee.closed).toBeUndefined();
    }));

  it("closes a listener at the text door after 16 MiB of lines, short or long, and not one who says something", () =>
    inRoom((core) => {
      for (const text of ["a line as people say it", "字".repeat(8000)]) {
        const ann = seat(core, "ann", { credit: false });
        const bo = seat(core, "bo", { codec: "text" });
        const cy = seat(core, "cy", { codec: "text" });
        for (let turn = 0; bo.closed === undefined && turn < 1000; turn += 1) {
          says(core, ann, text, text.length > 1000 ? 2 : 100);
          if (turn % 50 === 0) take(core, { is: "frame", session: cy.session, data: "/help" });
        }
        expect(bo.closed).toBe("slow");
        expect(bo.bytes + bo.frames * FRAME_COST).toBeGreaterThan(SILENT_BYTES);
        expect(bo.bytes + bo.frames * FRAME_COST).toBeLessThan(SILENT_BYTES * 1.05);
        expect(cy.closed).toBeUndefined();
      }
    }));
});
