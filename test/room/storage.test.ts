import { runInDurableObject } from "cloudflare:test";
import { nanoid } from "nanoid";
import { describe, expect, it } from "vitest";
import { accept } from "../../src/room/accept.ts";
import { openCore } from "../../src/room/core.ts";
import { openDatabase, type Row, type Value } from "../../src/room/database.ts";
import { openLog } from "../../src/room/log.ts";
import { person } from "../../src/room/members.ts";
import { openSettings } from "../../src/room/settings.ts";
import { enter, freshRoom, get, objectOf, open, sleep, until, type Warmth } from "./visitor.ts";

function query(room: string, sql: string): Promise<unknown[]> {
  return runInDurableObject(objectOf(room), (_, { storage }) => storage.sql.exec(sql).toArray());
}

/** The storage with a count of the rows that are read from it. */
function countReads(storage: DurableObjectStorage) {
  let rows = 0;
  const database = openDatabase({
    transactionSync: (work) => storage.transactionSync(work),
    sql: {
      exec<R extends Row>(sql: string, ...bindings: Value[]) {
        const cursor = storage.sql.exec<R>(sql, ...bindings);
        const found = cursor.toArray();
        rows += cursor.rowsRead;
        return { toArray: () => found, rowsWritten: cursor.rowsWritten };
      },
    },
  });
  return { database, rowsRead: () => rows };
}

describe("what a room writes", () => {
  it("opening, reading, hello, typing and leaving write nothing, not even tables", async () => {
    const room = freshRoom();
    const ann = await enter({ room, name: "Ann" });
    const guest = await open({ room, offer: null });
    await ann.send({ type: "typing", on: true });
    await ann.send({ type: "read", seq: 0 });
    await ann.send({ type: "ask", ref: 1, history: {} });
    await until(() => expect(ann.frames("answer").length).toBe(1));
    await get(`/r/${room}`);
    await get(`/r/${room}?since=0`, { Accept: "application/json" });
    await guest.leave();
    await ann.leave();
    expect(await query(room, "SELECT name FROM sqlite_master")).toEqual([]);
  });

  it("a message writes two rows, a member's first op one more, and receipts none", async () => {
    const written = await runInDurableObject(objectOf(freshRoom()), (_, { storage }) => {
      const database = openDatabase(storage);
      const tables = openCore(database, "rows", {
        rates: undefined,
        sockets: 1,
        socketsOfAddress: 1000,
        privateHooks: false,
      });
      const ann = person("annnnnnnnnnnnnnnnnnn", "Ann", false);
      const rows = (work: () => void) => {
        const before = database.rowsWritten;
        database.transaction(work);
        return database.rowsWritten - before;
      };
      const op = (wish: object) => Object.assign({ id: nanoid() }, wish);
      const send = { kind: "send" as const, body: { text: "hi" } };
      return {
        making: rows(() => accept({ ...op({}), id: nanoid(), ...send }, ann, 1, tables)),
        message: rows(() => accept({ id: nanoid(), ...send }, ann, 1, tables)),
        reply: rows(() => accept({ id: nanoid(), ...send, replyTo: 1 }, ann, 1, tables)),
        newcomer: rows(() => accept({ id: nanoid(), ...send }, person("boo", "Bo", false), 1, tables)),
        react: rows(() => accept({ id: nanoid(), kind: "react", target: 1, emoji: "👍", on: true }, ann, 1, tables)),
        rename: rows(() => accept({ id: nanoid(), kind: "rename", name: "Anna" }, ann, 1, tables)),
        topic: rows(() => accept({ id: nanoid(), kind: "topic", text: "tea" }, ann, 1, tables)),
        another: rows(() => accept({ id: nanoid(), kind: "topic", text: "cake" }, ann, 1, tables)),
      };
    });
    expect(written).toMatchObject({ message: 2, reply: 2, newcomer: 3, react: 3, rename: 3, topic: 3, another: 3 });
    expect(written.making).toBeLessThan(25);
  });

  it("waking reads no more of a long log than of a short one, and one row for its topic", async () => {
    const room = freshRoom();
    const ann = await enter({ room, name: "Ann" });
    for (let frame = 0; frame < 5; frame += 1)
      await ann.ops(...Array(100).fill({ kind: "send", body: { text: "hi" } }));
    await until(() => expect(ann.events.length).toBe(500));
    await ann.act({ kind: "topic", text: "tea" });
    const read = await runInDurableObject(objectOf(room), (_, { storage }) => {
      const { database, rowsRead } = countReads(storage);
      const log = openLog(database);
      const woken = rowsRead();
      const settings = openSettings(database, log);
      const topics = [settings.topic, settings.topic];
      return { woken, topics, topic: rowsRead() - woken };
    });
    expect(read.woken).toBeLessThan(25);
    expect(read).toMatchObject({ topics: ["tea", "tea"], topic: 1 });
  });

  it("a deleted message's text is gone from every row, its edits' too", async () => {
    const room = freshRoom();
    const ann = await enter({ room, name: "Ann" });
    await ann.say("the first secret");
    await ann.act({ kind: "edit", target: 1, body: { text: "the second secret" } });
    await ann.act({ kind: "delete", target: 1 });
    const rows = JSON.stringify(await query(room, "SELECT * FROM events"));
    expect(rows).not.toContain("secret");
    expect(await query(room, "SELECT seq FROM events ORDER BY seq")).toEqual([{ seq: 1 }, { seq: 2 }, { seq: 3 }]);
  });
});

describe.each<Warmth>(["warm", "evicted"])("when storage fails in a room that is %s", (warmth) => {
  // SQLite itself throws: the failure is as real as a full disk.
  const trap =
    "CREATE TRIGGER trap BEFORE INSERT ON events WHEN NEW.data LIKE '%boom%' BEGIN SELECT RAISE(ABORT, 'trap'); END";

  it("an op that throws in a batch of three costs only itself", async () => {
    const room = freshRoom();
    const ann = await enter({ room, name: "Ann", warmth });
    const bo = await enter({ room, name: "Bo", warmth });
    await ann.say("before");
    await query(room, trap);
    const ids = await ann.ops(...["one", "boom", "three"].map((text) => ({ kind: "send", body: { text } })));
    await until(() => expect(bo.texts).toEqual(["before", "one", "three"]));
    expect(ann.frames("refused")).toMatchObject([{ code: "internal", id: ids[1] }]);
    expect(bo.events.map((event) => event.seq)).toEqual([1, 2, 3]);
    await ann.say("after");
    await until(() => expect(bo.texts.at(-1)).toBe("after"));
  });

  it("bo's line of the same turn as ann's thrown one is not lost", async () => {
    const room = freshRoom();
    const ann = await enter({ room, name: "Ann", warmth });
    const bo = await enter({ room, name: "Bo", warmth });
    await ann.say("before");
    await query(room, trap);
    const sent = [ann.ops({ kind: "send", body: { text: "boom" } }), bo.ops({ kind: "send", body: { text: "mine" } })];
    await Promise.all(sent);
    await until(() => expect(bo.texts).toEqual(["before", "mine"]));
    await until(() => expect(ann.refusals).toEqual(["internal"]));
    expect(ann.received.join("")).not.toContain("trap");
  });

  it("an answer that can't be read is refused, and its asker goes on", async () => {
    const room = freshRoom();
    const ann = await enter({ room, name: "Ann", warmth });
    await ann.say("before");
    await query(room, "UPDATE events SET data = '{broken'");
    await ann.send({ type: "ask", ref: 7, history: {} });
    await until(() => expect(ann.frames("refused")).toEqual([{ type: "refused", code: "internal", ref: 7 }]));
    expect(await ann.say("after")).toBe(2);
  });

  it("a post that can't even be looked at is answered, and so is whoever opens a socket then", async () => {
    const room = freshRoom();
    const ann = await enter({ room, name: "Ann", warmth });
    await ann.say("before");
    await query(room, "UPDATE members SET role = 'nonsense'");
    await sleep(room);
    const headers = { Cookie: ann.cookie, Authorization: `Basic ${btoa("x:sesame")}` };
    for (const method of ["POST", "GET"]) {
      const answer = await get(`/r/${room}`, headers, { method, ...(method === "POST" && { body: "hi" }) });
      expect([answer.status, await answer.json()]).toMatchObject([500, { error: { code: "internal" } }]);
    }
    const again = await open({ room, cookie: ann.cookie });
    await until(() => expect(again.closed).toEqual({ code: 4500, reason: "internal" }));
  });

  it("a room whose first op fails is not made, and the next op makes it", async () => {
    const room = freshRoom();
    const ann = await enter({ room, name: "Ann", warmth });
    await query(room, "CREATE TABLE members (in_the_way INTEGER)");
    await ann.ops({ kind: "send", body: { text: "hi" } });
    await until(() => expect(ann.refusals).toEqual(["internal"]));
    expect(await query(room, "SELECT name FROM sqlite_master WHERE name = 'events'")).toEqual([]);
    await query(room, "DROP TABLE members");
    expect(await ann.say("hi again")).toBe(1);
  });
});

it("a room remembers its log after it was put to sleep and its sockets were closed", async () => {
  const room = freshRoom();
  const ann = await enter({ room, name: "Ann" });
  await ann.say("good night");
  await ann.leave();
  await sleep(room);
  const bo = await enter({ room });
  expect(bo.welcome).toMatchObject({ room: { name: room }, head: 1, page: [{ body: { text: "good night" } }] });
});
