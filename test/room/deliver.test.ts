// Deliveries by a clock of their own, to receivers that are made up.
import { runInDurableObject } from "cloudflare:test";
import { nanoid } from "nanoid";
import { expect, it, vi } from "vitest";
import { secretOf } from "../../src/protocol/hook.ts";
import { type Op, parseOp } from "../../src/protocol/op.ts";
import { accept } from "../../src/room/accept.ts";
import type { Called } from "../../src/room/call.ts";
import { type Core, openCore } from "../../src/room/core.ts";
import { Courier } from "../../src/room/courier.ts";
import { openDatabase, type Storage } from "../../src/room/database.ts";
import type { World } from "../../src/room/deliver.ts";
import { person } from "../../src/room/members.ts";
import { freshRoom, objectOf } from "./visitor.ts";

const DAY_MS = 86_400_000;
const ann = person("annnnnnnnnnnnnnnnnnn", "Ann", false);
const config = { rates: undefined, sockets: 1, socketsOfAddress: 1, privateHooks: false };
const taken: Called = { status: 204, type: "", text: "" };

interface Made {
  core: Core;
  clock: { now: number };
  courier: Courier;
  /** What was called, when. */
  calls: { at: number; url: string; seq: number }[];
  faults: string[];
  act(wish: object): void;
  rows(): number;
  /** How often SQLite was asked for anything. */
  statements(): number;
}

const hook = (n: number) => `hook-${String.fromCharCode(97 + n).repeat(20)}`;
const makes = (n: number, tells = ["messages"]) => ({
  kind: "hook",
  who: hook(n),
  name: `Archive ${n}`,
  to: { url: `https://archive-${n}.example/`, secret: secretOf(new Uint8Array(32)), tells },
});

/** Ann's room on real storage. */
function inRoom(answer: (url: string, seq: number) => Called | Promise<Called>, work: (made: Made) => Promise<void>) {
  return runInDurableObject(objectOf(freshRoom()), async (_, { storage }) => {
    let statements = 0;
    const sql: Storage["sql"] = {
      exec(query, ...bindings) {
        statements += 1;
        return storage.sql.exec(query, ...bindings);
      },
    };
    const database = openDatabase({ sql, transactionSync: (work) => storage.transactionSync(work) });
    const core = openCore(database, "hooks", config);
    const clock = { now: 1_790_000_000_000 };
    const calls: Made["calls"] = [];
    const record = (by: typeof ann, op: Op) => database.transaction(() => accept(op, by, clock.now, core));
    const world: World = {
      core: () => core,
      now: () => clock.now,
      call: async (url, _headers, body) => {
        const { seq } = JSON.parse(body).data.event;
        calls.push({ at: clock.now, url, seq });
        return answer(url, seq);
      },
      record: async (member, op) => record(person(member, "", true), op),
    };
    const act = (wish: object) => {
      const op = parseOp({ id: nanoid(), ...wish });
      expect(op.ok && record(ann, op.value)).toMatchObject({ is: "accepted" });
    };
    act({ kind: "create" });
    const faults: string[] = [];
    const courier = new Courier(world, (fault) => void faults.push(String(fault)));
    const counts = { rows: () => database.rowsWritten, statements: () => statements };
    await work({ core, clock, calls, faults, courier, act, ...counts });
  });
}

/** Goes out whenever it is time, until it never is any more. */
async function live({ courier, clock }: Made): Promise<void> {
  for (let due = courier.nextDue(clock.now); due !== undefined; due = courier.nextDue(clock.now)) {
    clock.now = due;
    await courier.goOut();
  }
}

const say = (text: string) => ({ kind: "send", body: { text } });

it("is tried again and again for a day, with longer and longer waits, then never more", async () => {
  await inRoom(
    () => ({ status: 503, type: "", text: "" }),
    async (made) => {
      made.act(makes(0));
      made.act(say("one"));
      const begun = made.clock.now;
      await live(made);
      const waits = made.calls.map(({ at }, n) => (at - (made.calls[n - 1]?.at ?? begun)) / 1000);
      const longer = [0, 5, 30, 120, 600, 1800, 3600, 7200, 7200];
      for (const [n, least] of longer.entries()) {
        expect(waits[n]).toBeGreaterThanOrEqual(least);
        expect(waits[n]).toBeLessThanOrEqual(least * 1.1 + 0.001);
      }
      expect(Math.max(...waits)).toBeLessThanOrEqual(7920);
      const last = made.calls.at(-1)?.at ?? 0;
      expect(last - begun).toBeGreaterThanOrEqual(DAY_MS);
      expect(last - begun).toBeLessThan(DAY_MS + 8_000_000);
      expect(made.core.log.at(made.core.log.head)).toMatchObject({
        kind: "pause",
        by: hook(0),
        who: hook(0),
        on: true,
      });
      expect(made.core.hooks.at(hook(0))).toMatchObject({ paused: true, cursor: 2 });
      expect(made.core.hooks.at(hook(0))?.last).toHaveLength(1);
    },
  );
});

it("writes one row for each, and remembers the last twenty", async () => {
  await inRoom(
    () => taken,
    async (made) => {
      made.act(makes(0));
      for (let n = 0; n < 30; n += 1) made.act(say(`${n}`));
      const before = made.rows();
      await live(made);
      expect(made.calls.map(({ seq }) => seq)).toEqual(Array.from({ length: 30 }, (_, n) => n + 3));
      expect(made.rows() - before).toBe(30);
      expect(made.core.hooks.at(hook(0))?.last.map(({ seq }) => seq)).toEqual(
        Array.from({ length: 20 }, (_, n) => n + 13),
      );
    },
  );
});

it("keeps its place once in two hundred events of which it is not told, and writes nothing else for them", async () => {
  await inRoom(
    () => taken,
    async (made) => {
      made.act(makes(0, ["room"]));
      const before = made.rows();
      for (let n = 0; n < 450; n += 1) {
        made.act(say(`${n}`));
        expect(made.courier.nextDue(made.clock.now)).toBeUndefined();
      }
      expect(made.rows() - before).toBe(450 * 2 + 2);
      made.act({ kind: "topic", text: "tea" });
      await made.courier.goOut();
      expect(made.calls).toMatchObject([{ seq: 453 }]);
    },
  );
});

it("costs a room nothing that has none, not even a row that is read", async () => {
  await inRoom(
    () => taken,
    async ({ core, act, courier, clock, statements }) => {
      act(say("one"));
      // Once it has looked which tables there are.
      core.database.has("hooks");
      const before = statements();
      courier.visit();
      expect(courier.nextDue(clock.now)).toBeUndefined();
      await courier.goOut();
      expect(statements()).toBe(before);
      expect(core.database.has("hooks")).toBe(false);
    },
  );
});

it("lets nobody wait for one who is slow, and brings what is said meanwhile", async () => {
  const slow = Promise.withResolvers<Called>();
  await inRoom(
    (url) => (url.includes("archive-0") ? slow.promise : taken),
    async (made) => {
      made.act(makes(0));
      made.act(makes(1));
      made.act(say("one"));
      const back = made.courier.goOut();
      made.act(say("two"));
      made.courier.visit();
      await new Promise((resolve) => setTimeout(resolve, 0));
      made.act(say("three"));
      made.courier.visit();
      await new Promise((resolve) => setTimeout(resolve, 0));
      const seqsTo = (n: number) => made.calls.filter(({ url }) => url.includes(`-${n}.`)).map(({ seq }) => seq);
      expect([seqsTo(0), seqsTo(1)]).toEqual([[4], [4, 5, 6]]);
      // It is not time for anybody whom the courier is with.
      expect(made.courier.nextDue(made.clock.now)).toBeUndefined();
      // After a minute it is back, and what is left is for the next way.
      made.clock.now += 60_000;
      slow.resolve(taken);
      await back;
      expect(seqsTo(0)).toEqual([4]);
      expect(made.courier.nextDue(made.clock.now)).toBe(made.clock.now);
      await made.courier.goOut();
      expect(seqsTo(0)).toEqual([4, 5, 6]);
    },
  );
});

it("comes back early where browsers are to be told, and brings the rest by the next way", async () => {
  let made: Made | undefined;
  const slowly = async () => {
    if (made !== undefined) made.clock.now += 400;
    return taken;
  };
  await inRoom(slowly, async (room) => {
    made = room;
    const { core, clock, courier, calls, act } = room;
    act(makes(0));
    for (let n = 0; n < 9; n += 1) act(say(`${n}`));
    const { pushes, pushClock, log } = core;
    pushes.add(
      "bo",
      { endpoint: "https://push.example/1", keys: { p256dh: "", auth: "" }, choice: "all" },
      0,
      log.head,
    );
    act(say("for bo"));
    pushClock.heard(log.since(log.head - 1, 1), clock.now);
    await courier.goOut();
    expect(calls).toHaveLength(3);
    expect(pushClock.isDue(clock.now)).toBe(true);
    expect(courier.nextDue(clock.now)).toBe(clock.now);
    // While they are told, what is to be delivered does not wait.
    pushClock.began(clock.now);
    const told = Promise.withResolvers<void>();
    const back = courier.goOut(told.promise);
    await expect.poll(() => calls.length).toBe(10);
    act(say("more"));
    courier.visit();
    await expect.poll(() => calls.length).toBe(11);
    pushClock.ended(clock.now, true);
    told.resolve();
    await back;
    expect(pushClock.next).toBeUndefined();
    // What could not be told is told later.
    pushClock.began(clock.now);
    pushClock.ended(clock.now, false);
    expect(pushClock.next).toBe(clock.now + 60_000);
    // Who has failed to tell them is not to be heard before what was being delivered is.
    act(say("and more"));
    await expect(courier.goOut(Promise.reject(new Error("no keys")))).rejects.toThrow("no keys");
    expect(calls).toHaveLength(12);
    act(say("later"));
    courier.visit();
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(calls).toHaveLength(12);
  });
});

it("goes to whom it becomes time for, however long the queue of somebody else is", async () => {
  let made: Made | undefined;
  const answer = async (url: string): Promise<Called> => {
    if (made !== undefined) made.clock.now += 1_000;
    const first = made?.calls.filter((call) => call.url === url).length === 1;
    return url.includes("-1.") && first ? { status: 503, type: "", text: "" } : taken;
  };
  await inRoom(answer, async (room) => {
    made = room;
    room.act(makes(0));
    room.act(makes(1));
    for (let n = 0; n < 9; n += 1) room.act(say(`${n}`));
    await room.courier.goOut();
    const [failed, again] = room.calls.filter(({ url }) => url.includes("-1."));
    const wait = (again?.at ?? Infinity) - (failed?.at ?? 0);
    expect(wait).toBeGreaterThanOrEqual(5_000);
    expect(wait).toBeLessThan(9_000);
    expect(room.calls.filter(({ url }) => url.includes("-0.") && again && room.calls.indexOf(again) > 0)).toHaveLength(
      9,
    );
  });
});

it("goes to each in turn, where there are more than it can be with at a time", async () => {
  await inRoom(
    () => taken,
    async ({ act, courier, calls }) => {
      for (let n = 0; n < 5; n += 1) act(makes(n));
      for (let n = 0; n < 4; n += 1) act(say(`${n}`));
      await courier.goOut();
      expect(calls).toHaveLength(20);
      for (let round = 0; round < 4; round += 1) {
        expect(new Set(calls.slice(5 * round, 5 * round + 5).map(({ url }) => url)).size).toBe(5);
      }
    },
  );
});

it("tells nothing to one that is banned, until that is over, and nothing of what the room forgot meanwhile", async () => {
  await inRoom(
    () => taken,
    async (made) => {
      made.act(makes(0));
      made.act({ kind: "ban", who: hook(0), seconds: null });
      made.act(say("one"));
      made.act(say("two"));
      expect(made.courier.nextDue(made.clock.now)).toBeUndefined();
      made.clock.now += 1000;
      made.act(say("three"));
      made.act({ kind: "ban", who: hook(0), seconds: 0 });
      expect(made.core.log.cut(made.clock.now, 100)).toBe(true);
      await made.courier.goOut();
      expect(made.calls.map(({ seq }) => seq)).toEqual([6]);
    },
  );
});

it("goes out again for what is more than one way takes, and to no more than three at once", async () => {
  let [beside, most] = [0, 0];
  const answer = async () => {
    beside += 1;
    most = Math.max(most, beside);
    await new Promise((resolve) => setTimeout(resolve, 0));
    beside -= 1;
    return taken;
  };
  await inRoom(answer, async (made) => {
    for (let n = 0; n < 10; n += 1) made.act(makes(n));
    for (let n = 0; n < 7; n += 1) made.act(say(`${n}`));
    for (const calls of [24, 48, 70]) {
      expect(made.courier.nextDue(made.clock.now)).toBe(made.clock.now);
      await made.courier.goOut();
      expect(made.calls).toHaveLength(calls);
    }
    expect(most).toBe(3);
    expect(made.courier.nextDue(made.clock.now)).toBeUndefined();
    for (let n = 0; n < 10; n += 1) {
      const seqs = made.calls.filter(({ url }) => url.includes(`-${n}.`)).map(({ seq }) => seq);
      expect(seqs).toEqual([12, 13, 14, 15, 16, 17, 18]);
    }
  });
});

it("rests for a moment where the room can't keep what came of it, and brings the same again", async () => {
  await inRoom(
    () => taken,
    async (made) => {
      made.act(makes(0));
      made.act(say("one"));
      const { hooks } = made.core;
      const broken = vi.spyOn(hooks, "change").mockImplementation(() => {
        throw new Error("the disk is full");
      });
      await made.courier.goOut();
      expect(made.faults).toEqual(["Error: the disk is full"]);
      expect(made.courier.nextDue(made.clock.now)).toBe(made.clock.now + 5000);
      broken.mockRestore();
      made.clock.now += 5000;
      await made.courier.goOut();
      expect(made.calls.map(({ seq }) => seq)).toEqual([3, 3]);
      expect(made.courier.nextDue(made.clock.now)).toBeUndefined();
    },
  );
});
