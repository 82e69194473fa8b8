import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { DEAD_AFTER_MS } from "../../src/protocol/limits.ts";
import { PING } from "../../src/protocol/ping.ts";
import { ADDRESS_SOCKETS, FULL_WAIT_S, ours, ROOM_SOCKETS } from "../../src/room/abuse.ts";
import { readConfig } from "../../src/room/config.ts";
import { admit, dismiss, isFull, openCore } from "../../src/room/core.ts";
import { openDatabase } from "../../src/room/database.ts";
import { keepsOut } from "../../src/room/door.ts";
import { person } from "../../src/room/members.ts";
import { takeTurn } from "../../src/room/turn.ts";
import { freshRoom, get, objectOf, open, sleep, until, type Visitor, type Warmth } from "./visitor.ts";

const places = readConfig(env).sockets;

/** A room in which everybody sits who can. */
async function fill(room: string, warmth: Warmth) {
  const seated = await Promise.all(Array.from({ length: places }, () => open({ room })));
  if (warmth === "evicted") await sleep(room);
  return seated;
}

/** Knocks until there is a place: who left is gone with the room's next turn. */
async function comesIn(room: string, warmth: Warmth): Promise<Visitor> {
  for (;;) {
    const visitor = await open({ room, warmth });
    // Answered by the room at once, or it is the door's refusal.
    visitor.socket.send(PING);
    await until(() => expect(visitor.received.length).toBeGreaterThan(0));
    if (visitor.refusals.length === 0) return visitor;
  }
}

describe.each<Warmth>(["warm", "evicted"])("a room that is full and %s", (warmth) => {
  it("tells ann over the socket, and lets her in when somebody has left", async () => {
    const room = freshRoom();
    const [bo, cleo] = await fill(room, warmth);
    const ann = await open({ room });
    await until(() => expect(ann.closed).toEqual({ code: 4503, reason: "full" }));
    expect(ann.frames("refused")).toEqual([{ type: "refused", code: "full", retryAfter: FULL_WAIT_S }]);
    await bo?.leave();
    const again = await comesIn(room, warmth);
    await again.hello({ name: "Ann" });
    expect(await again.say("there was a place")).toBe(1);
    const dan = await open({ room });
    await until(() => expect(dan.refusals).toEqual(["full"]));
    await cleo?.leave();
    expect((await (await comesIn(room, warmth)).hello({ name: "Dan" })).head).toBe(1);
  });

  it("answers the text door with 503 and when to come again, and is read and written to as ever", async () => {
    const room = freshRoom();
    await fill(room, warmth);
    for (const offer of [{}, { "Sec-WebSocket-Protocol": "chat" }]) {
      const answer = await get(`/r/${room}`, { Upgrade: "websocket", ...offer });
      expect([answer.status, answer.headers.get("Retry-After")]).toEqual([503, String(FULL_WAIT_S)]);
      expect(await answer.json()).toMatchObject({ error: { code: "full" } });
    }
    expect((await get(`/r/${room}`, {}, { method: "POST", body: "hi" })).status).toBe(201);
    expect(await (await get(`/r/${room}`)).text()).toContain(": hi");
  });
});

it("who knocks at a room that is full of the dead is let in the next time", async () => {
  await runInDurableObject(objectOf(freshRoom()), (_, { storage }) => {
    const core = openCore(openDatabase(storage), "full", {
      rates: ours,
      sockets: 2,
      socketsOfAddress: 1000,
      privateHooks: false,
    });
    for (const name of ["ann", "bo"]) {
      const link = { send: () => {}, close: () => {}, keep: () => {}, lastPing: () => null };
      const stage = { is: "live" } as const;
      admit(core, link, {
        person: person(name, name, false),
        codec: "parlor",
        address: "",
        heard: 1,
        stage,
        credit: true,
        read: 0,
      });
    }
    const knock = (now: number) =>
      takeTurn(core, [{ is: "turnedAway" }], now, (fault) => {
        throw fault;
      });
    knock(DEAD_AFTER_MS);
    expect(isFull(core)).toBe(true);
    knock(2 * DEAD_AFTER_MS);
    expect(core.sessions.size).toBe(0);
  });
});

it.each([
  ["250", 250],
  ["0", 0],
  ["", ROOM_SOCKETS],
  ["many", ROOM_SOCKETS],
  ["-1", ROOM_SOCKETS],
  ["9".repeat(30), ROOM_SOCKETS],
])("a deployment that says %j has rooms of %d", (said, sockets) => {
  const set = readConfig({
    PARLOR_LIMITS: "on",
    PARLOR_RATES: "",
    PARLOR_ROOM_SOCKETS: said,
    PARLOR_ADDRESS_SOCKETS: said,
    PARLOR_PRIVATE_HOOKS: said,
  });
  expect(set).toMatchObject({ rates: ours, sockets });
  expect(set.socketsOfAddress).toBe(sockets === ROOM_SOCKETS ? ADDRESS_SOCKETS : sockets);
});

it("a lecture hall of 500 behind one address comes in at once and speaks, by the numbers of wrangler.toml; beyond those nobody does", async () => {
  // But for those that vitest.config.ts sets otherwise.
  const config = readConfig({ ...env, PARLOR_LIMITS: "on", PARLOR_ROOM_SOCKETS: String(ADDRESS_SOCKETS + 100) });
  expect(config.socketsOfAddress).toBe(ADDRESS_SOCKETS);
  await runInDurableObject(objectOf(freshRoom()), (_, { storage }) => {
    const core = openCore(openDatabase(storage), "hall", config);
    const refused: unknown[] = [];
    const heard = (text: string) => text.includes('"refused"') && refused.push(text);
    const link = { send: (text: string) => void heard(text), close: () => {}, keep: () => {}, lastPing: () => null };
    const comes = (member: string, address: string, now: number) => {
      const no = keepsOut(core, { member, address }, now);
      if (no !== undefined) return no.code;
      const who = { person: person(member, member, false), codec: "parlor" as const, stage: { is: "new" as const } };
      return admit(core, link, { ...who, address, heard: now, came: now, credit: true, read: 0 });
    };
    const all = (frame: () => object) => {
      const arrivals = [...core.sessions].map((session) => ({
        ...{ is: "frame" as const, session, data: JSON.stringify(frame()) },
      }));
      takeTurn(core, arrivals, 1000, (fault) => {
        throw fault;
      });
    };
    for (let seat = 0; seat < 500; seat += 1) expect(comes(`seat ${seat}`, "hall", 1000)).not.toBeTypeOf("string");
    all(() => ({ type: "hello", credit: true }));
    all(() => ({ type: "ops", ops: [{ id: crypto.randomUUID(), kind: "send", body: { text: "here" } }] }));
    expect([refused, core.log.head, core.roster.count]).toEqual([[], 500, 500]);
    // The same hall again, and somebody with as many sockets as they can open.
    for (let seat = 500; seat < ADDRESS_SOCKETS; seat += 1)
      expect(comes(`seat ${seat}`, "hall", 2000)).not.toBeTypeOf("string");
    for (let more = 0; more < 50; more += 1) expect(comes(`more ${more}`, "hall", 20_000)).toBe("crowded");
    for (let other = 0; other < 100; other += 1)
      expect(comes(`other ${other}`, `house ${other}`, 20_000)).not.toBeTypeOf("string");
    expect(comes("nobody", "another house", 20_000)).toBe("full");
    expect(core.sessions.size).toBe(ADDRESS_SOCKETS + 100);
  });
});

describe("a house from which all the sockets of an address are open", () => {
  it("is told so at the next, and when to come again; another house comes in", async () => {
    await runInDurableObject(objectOf(freshRoom()), (_, { storage }) => {
      const core = openCore(openDatabase(storage), "crowded", {
        rates: ours,
        sockets: 100,
        socketsOfAddress: 3,
        privateHooks: false,
      });
      const link = { send: () => {}, close: () => {}, keep: () => {}, lastPing: () => null };
      const stage = { is: "new" } as const;
      const comes = (name: string, address: string) =>
        keepsOut(core, { member: name, address }, 1000) ??
        admit(core, link, {
          ...{ person: person(name, name, false), codec: "parlor", address, heard: 1000, stage, credit: true, read: 0 },
        });
      const [first] = ["ann", "bo", "cleo"].map((name) => comes(name, "house"));
      expect(comes("dan", "house")).toEqual({ code: "crowded", retryAfter: FULL_WAIT_S });
      expect(comes("eve", "another")).not.toHaveProperty("code");
      // Who comes from nowhere, as bots do, has as many alone.
      for (let place = 0; place < 3; place += 1) expect(comes("faye", "")).not.toHaveProperty("code");
      expect(comes("faye", "")).toEqual({ code: "crowded", retryAfter: FULL_WAIT_S });
      expect(comes("hal", "")).not.toHaveProperty("code");
      if (first === undefined || "code" in first) throw new Error("ann was not let in");
      dismiss(core, first);
      dismiss(core, first);
      expect(comes("dan", "house")).not.toHaveProperty("code");
      expect(comes("gus", "house")).toHaveProperty("code");
    });
  });
});
