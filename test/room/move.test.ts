import { runInDurableObject } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { openDatabase } from "../../src/room/database.ts";
import { MOVE_MS, openMoves } from "../../src/room/moves.ts";
import { enter, freshRoom, get, objectOf, rowsOf, sleep, until, type Warmth } from "./visitor.ts";

const make = (room: string, cookie: string) => get(`/r/${room}/move`, { Cookie: cookie }, { method: "POST" });
const take = (room: string, secret: string, headers: Record<string, string> = {}) =>
  get(`/r/${room}/move`, headers, { method: "PUT", body: JSON.stringify({ secret }) });

describe.each<Warmth>(["warm", "evicted"])("ann's way to another device, from a room that is %s", (warmth) => {
  it("makes that the owner, once, and hers a moderator; only its hash is kept, and nothing of it in the log", async () => {
    const room = freshRoom();
    const ann = await enter({ room, name: "Ann", warmth });
    await ann.act({ kind: "create" });
    const answer = await make(room, ann.cookie);
    expect(answer.status).toBe(201);
    const { secret } = await answer.json<{ secret: string }>();
    expect(await rowsOf(room)).not.toContain(secret);
    await sleep(room);
    const phone = await enter({ room, name: "Ann's phone", warmth });
    expect((await take(room, secret, { Cookie: phone.cookie })).status).toBe(204);
    await until(() => expect(phone.events.at(-1)).toMatchObject({ kind: "role", role: "owner" }));
    expect((await enter({ room, cookie: ann.cookie, warmth })).welcome.you.role).toBe("moderator");
    expect((await enter({ room, cookie: phone.cookie, warmth })).welcome.you.role).toBe("owner");
    expect((await take(room, secret, { Cookie: ann.cookie })).status).toBe(403);
    expect(ann.received.join()).not.toContain(secret);
  });
});

it("nobody but the owner makes one, and one that was guessed, of another room, or brought by a foreign page is none", async () => {
  const room = freshRoom();
  const ann = await enter({ room, name: "Ann" });
  await ann.act({ kind: "create" });
  const bo = await enter({ room, name: "Bo" });
  await bo.say("hi");
  expect((await make(room, bo.cookie)).status).toBe(403);
  const { secret } = await (await make(room, ann.cookie)).json<{ secret: string }>();
  const foreign = { Cookie: bo.cookie, Origin: "https://evil.example" };
  expect((await take(room, secret, foreign)).status).toBe(403);
  expect((await take(freshRoom(), secret, { Cookie: bo.cookie })).status).toBe(403);
  expect((await take(room, "a".repeat(32), { Cookie: bo.cookie })).status).toBe(403);
  expect((await take(room, "short", { Cookie: bo.cookie })).status).toBe(400);
  // The one made last is the one that is good.
  const { secret: second } = await (await make(room, ann.cookie)).json<{ secret: string }>();
  expect((await take(room, secret, { Cookie: bo.cookie })).status).toBe(403);
  expect((await take(room, second, { Cookie: bo.cookie })).status).toBe(204);
});

it("somebody who is banned does not come back by it, and a room that was deleted has none", async () => {
  const room = freshRoom();
  const ann = await enter({ room, name: "Ann" });
  await ann.act({ kind: "create" });
  const bo = await enter({ room, name: "Bo" });
  await ann.act({ kind: "ban", who: bo.welcome.you.member, seconds: 60 });
  const { secret } = await (await make(room, ann.cookie)).json<{ secret: string }>();
  expect(await (await take(room, secret, { Cookie: bo.cookie })).json()).toMatchObject({ error: { code: "banned" } });
  expect((await get(`/r/${room}/mine`, { Cookie: bo.cookie })).status).toBe(200);
  await get(`/r/${room}`, { Cookie: ann.cookie }, { method: "DELETE" });
  expect((await make(room, ann.cookie)).status).toBe(410);
  expect((await take(room, secret, { Cookie: ann.cookie })).status).toBe(410);
  expect((await get(`/r/${room}/mine`, { Cookie: ann.cookie })).status).toBe(410);
});

it("a way is open for ten minutes", async () => {
  await runInDurableObject(objectOf(freshRoom()), (_, { storage }) => {
    const moves = openMoves(openDatabase(storage));
    expect(moves.take("never", 0)).toBeUndefined();
    expect(moves.take(moves.make("ann", 1000), 999 + MOVE_MS)).toBe("ann");
    expect(moves.take(moves.make("ann", 1000), 1000 + MOVE_MS)).toBeUndefined();
  });
});
