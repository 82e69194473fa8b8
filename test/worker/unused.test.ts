// Names that nobody has used yet: whoever tries them at whichever door leaves nothing behind.
import { listDurableObjectIds, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, it } from "vitest";
import { freshRoom, objectOf } from "../room/visitor.ts";
import { type Door, doors } from "./every-door.ts";

const who = { Cookie: `__Host-parlor=${"u".repeat(43)}`, "CF-Connecting-IP": "203.0.113.7" };
const cases = (which: (door: Door) => boolean) =>
  doors.filter(which).map((door) => [`${door.route}, ${door.as}`, door] as const);

const tablesOf = (room: string) =>
  runInDurableObject(objectOf(room), (_, { storage }) =>
    storage.sql.exec("SELECT name FROM sqlite_master WHERE name NOT LIKE '\\_cf%' ESCAPE '\\'").toArray(),
  );
const objects = async () => (await listDurableObjectIds(env.ROOM)).length;

it.each(cases(({ stores }) => !stores))("%s: no row, no table", async (_, { knock }) => {
  const room = freshRoom();
  await knock(`/r/${room}`, who);
  expect(await tablesOf(room)).toEqual([]);
});

it.each(cases(({ as }) => ["the app", "a slash at the end", "the key of pushes"].includes(as)))(
  "%s, which a browser asks for by itself: no object",
  async (_, { knock }) => {
    const before = await objects();
    for (let name = 0; name < 20; name += 1) await knock(`/r/${freshRoom()}`, who);
    expect(await objects()).toBe(before);
  },
);

it("nothing that reads stores, and what does is seen by these tests", async () => {
  for (const [, { route }] of cases(({ stores }) => stores === true)) expect(route).toMatch(/^(POST|PUT) /);
  const [message] = doors.filter(({ as }) => as === "a message");
  const room = freshRoom();
  const before = await objects();
  await message?.knock(`/r/${room}`, who);
  expect(await objects()).toBe(before + 1);
  expect(await tablesOf(room)).toContainEqual({ name: "events" });
});
