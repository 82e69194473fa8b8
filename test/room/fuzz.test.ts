import { runInDurableObject } from "cloudflare:test";
import fc from "fast-check";
import { expect, it } from "vitest";
import { parseDown } from "../../src/protocol/down.ts";
import { ROOM_SOCKETS } from "../../src/room/abuse.ts";
import { admit, openCore } from "../../src/room/core.ts";
import { openDatabase } from "../../src/room/database.ts";
import { person } from "../../src/room/members.ts";
import type { Session } from "../../src/room/session.ts";
import { takeTurn } from "../../src/room/turn.ts";
import { freshRoom, objectOf } from "./visitor.ts";

const FRAMES = import.meta.env.MODE === "long" ? 1_000_000 : 50_000;
const A_TURN = 100;

const id = fc.constantFrom("aaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbb", "short", "", "cccccccccccccccc\u0000");
const odd = fc.oneof(
  fc.constantFrom(0, 1, 2, -1, 1.5, 1e21, null, true, "", "\ud83d", "👍", [], {}),
  fc.jsonValue({ maxDepth: 2 }),
);
const often = <T>(usual: fc.Arbitrary<T>) => fc.oneof({ weight: 6, arbitrary: usual }, { weight: 1, arbitrary: odd });
const seq = often(fc.integer({ min: 0, max: 20 }));
const op = fc.record(
  {
    id: often(id),
    kind: often(fc.constantFrom("send", "edit", "delete", "react", "rename", "topic", "role")),
    text: often(fc.string({ unit: "binary", maxLength: 200 })),
    body: often(fc.record({ text: fc.string({ unit: "binary", maxLength: 20 }) })),
    target: seq,
    replyTo: seq,
    emoji: often(fc.constantFrom("👍", "x")),
    on: often(fc.boolean()),
    name: often(fc.string({ unit: "binary", maxLength: 10 })),
  },
  { requiredKeys: ["kind"] },
);
const frame = fc.record(
  {
    type: often(fc.constantFrom("hello", "ops", "ops", "got", "read", "typing", "ask", "search", "ping")),
    name: often(fc.string({ unit: "binary", maxLength: 10 })),
    credit: often(fc.boolean()),
    epoch: often(id),
    cursor: seq,
    last: often(id),
    ops: often(fc.array(op, { maxLength: 4 })),
    seq,
    on: often(fc.boolean()),
    ref: seq,
    history: often(fc.record({ before: seq, after: seq, limit: seq }, { requiredKeys: [] })),
    search: often(
      fc.record({ words: often(fc.string({ unit: "binary", maxLength: 10 })), before: seq }, { requiredKeys: [] }),
    ),
  },
  { requiredKeys: ["type"] },
);
/** At the text door: a command, or nearly one, about anything. */
const command = fc
  .tuple(
    fc.constantFrom("/name", "/who", "/history", "/find", "/me", "/topic", "/pass", "/help", "/nothing", "//", "/"),
    fc.oneof(fc.string({ unit: "binary", maxLength: 40 }), fc.integer().map(String)),
  )
  .map(([name, rest]) => `${name} ${rest}`);
const cut = fc.tuple(frame, fc.nat(60)).map(([value, at]) => JSON.stringify(value).slice(0, at));
const sent = fc.oneof(
  { weight: 8, arbitrary: frame.map((value) => JSON.stringify(value)) },
  { weight: 1, arbitrary: cut },
  { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
  { weight: 1, arbitrary: fc.json() },
  { weight: 1, arbitrary: command },
);
const arrived = fc.record({ from: fc.nat(2), data: sent });

it(`${FRAMES} frames of any kind throw nothing, and what bo hears stays a contiguous log`, async () => {
  await runInDurableObject(objectOf(freshRoom()), (_, { storage }) => {
    const core = openCore(openDatabase(storage), "fuzz", {
      rates: undefined,
      sockets: ROOM_SOCKETS,
      socketsOfAddress: 1000,
      privateHooks: false,
    });
    const faults: unknown[] = [];
    const heard: string[] = [];
    const join = (name: string, codec: "parlor" | "text", send: (frame: string) => void): Session => {
      const link = { send, close: () => {}, keep: () => {}, lastPing: () => null };
      const stage = codec === "text" ? { is: "live" as const } : { is: "new" as const };
      const memory = { person: person(name, name, true), codec, address: "", heard: 0, stage, credit: false, read: 0 };
      return admit(core, link, memory);
    };
    const bo = join("bo", "parlor", (text) => heard.push(text));
    const senders = [
      join("ann", "parlor", () => {}),
      join("cleo", "parlor", () => {}),
      join("guest", "text", () => {}),
    ];
    const turn = (arrivals: { session: Session; data: unknown }[]) =>
      takeTurn(
        core,
        arrivals.map((arrival) => ({ is: "frame" as const, ...arrival })),
        1,
        (fault) => faults.push(fault),
      );
    turn([bo, ...senders.slice(0, 2)].map((session) => ({ session, data: '{"type":"hello"}' })));
    fc.assert(
      fc.property(fc.array(arrived, { minLength: A_TURN, maxLength: A_TURN }), (frames) => {
        turn(frames.flatMap(({ from, data }) => (senders[from] ? [{ session: senders[from], data }] : [])));
        expect(faults).toEqual([]);
      }),
      // One log for all runs: a shrunk run would start from another one.
      { numRuns: FRAMES / A_TURN, endOnFailure: true },
    );
    const frames = heard.map(parseDown);
    expect(frames).not.toContain(undefined);
    const seqs = frames.flatMap((frame) => (frame?.type === "events" ? frame.events.map((event) => event.seq) : []));
    expect(seqs.length).toBeGreaterThan(100);
    expect(seqs).toEqual(seqs.map((_, index) => index + 1));
  });
}, 900_000);
