import { runInDurableObject } from "cloudflare:test";
import { expect, it } from "vitest";
import { openDatabase } from "../../src/room/database.ts";
import { openLog } from "../../src/room/log.ts";
import { openSettings } from "../../src/room/settings.ts";
import { enter, freshRoom, objectOf, sleep } from "./visitor.ts";

// The tables of the first release, to the letter: rooms that have them sleep somewhere.
const first = `
  CREATE TABLE migrations (version INTEGER PRIMARY KEY);
  CREATE TABLE events (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, by TEXT NOT NULL, at INTEGER NOT NULL,
    kind TEXT NOT NULL, target INTEGER, data TEXT NOT NULL
  );
  CREATE INDEX amendments ON events (target, seq) WHERE target IS NOT NULL;
  CREATE TABLE members (member TEXT PRIMARY KEY, name TEXT NOT NULL, guest INTEGER NOT NULL) WITHOUT ROWID;
  INSERT INTO migrations (version) VALUES (1);
  INSERT INTO members (member, name, guest) VALUES ('ann-0123456789', 'Ann', 0);
  INSERT INTO events (seq, id, by, at, kind, target, data)
    VALUES (1, 'id-of-the-first-event', 'ann-0123456789', 1, 'send', NULL, '{"body":{"text":"long ago"}}');
`;

it("a room of the first release wakes with all that was said, and can be given a topic", async () => {
  const room = freshRoom();
  await runInDurableObject(objectOf(room), (_, { storage }) => void storage.sql.exec(first));
  await sleep(room);
  const ann = await enter({ room, name: "Ann" });
  expect(ann.welcome).toMatchObject({ head: 1, room: { topic: "" }, page: [{ body: { text: "long ago" } }] });
  expect(await ann.act({ kind: "topic", text: "Old times" })).toBe(2);
  await sleep(room);
  expect((await enter({ room })).welcome.room.topic).toBe("Old times");
});

it("a room of the first release has the same tables by then as one that is made today", async () => {
  const tablesOf = (room: string) =>
    runInDurableObject(objectOf(room), (_, { storage }) => {
      const all = <R extends Record<string, string | number | null>>(sql: string) => storage.sql.exec<R>(sql).toArray();
      const made = all<{ type: string; name: string }>("SELECT type, name FROM sqlite_master ORDER BY name").filter(
        ({ name }) => !/^(_cf|sqlite_)/.test(name),
      );
      const columns = made
        .filter(({ type }) => type === "table")
        .map(({ name }) => [
          name,
          all(`SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_info('${name}')`),
        ]);
      return { made, columns };
    });
  const old = freshRoom();
  await runInDurableObject(objectOf(old), (_, { storage }) => void storage.sql.exec(first));
  await sleep(old);
  await (await enter({ room: old, name: "Ann" })).say("hi");
  const young = freshRoom();
  await (await enter({ room: young, name: "Ann" })).say("hi");
  const sorted = (tables: Awaited<ReturnType<typeof tablesOf>>) => ({
    made: tables.made,
    columns: tables.columns.map(([name, columns]) => [name, JSON.stringify(columns)]),
  });
  expect(sorted(await tablesOf(old))).toEqual(sorted(await tablesOf(young)));
});

it("tables that are up to date are not written to when a room wakes", async () => {
  const room = freshRoom();
  const ann = await enter({ room, name: "Ann" });
  await ann.act({ kind: "topic", text: "Tea" });
  const written = await runInDurableObject(objectOf(room), (_, { storage }) => {
    const database = openDatabase(storage);
    const topic = openSettings(database, openLog(database)).topic;
    return { topic, rows: database.rowsWritten };
  });
  expect(written).toEqual({ topic: "Tea", rows: 0 });
});
