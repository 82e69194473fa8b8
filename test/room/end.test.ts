import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it, vi } from "vitest";
import app from "../../src/worker/index.ts";
import { enter, freshRoom, get, ORIGIN, objectOf, open, sleep, until, type Warmth } from "./visitor.ts";

const OPERATOR = { Authorization: "Bearer the-secret-of-the-operator" };
const op = (room: string, wish: object, headers: Record<string, string> = {}) =>
  get(`/r/${room}/ops`, headers, { method: "POST", body: JSON.stringify(wish) });
const end = (room: string, headers: Record<string, string> = {}) => get(`/r/${room}`, headers, { method: "DELETE" });

describe.each<Warmth>(["warm", "evicted"])("a room that is %s", (warmth) => {
  const before = async (room: string) => {
    if (warmth === "evicted") await sleep(room);
  };

  it("is deleted by ann, whose it is: all are told, its URL says so by every door, and nothing of it is left", async () => {
    const room = freshRoom();
    const ann = await enter({ room, name: "Ann", warmth });
    await ann.act({ kind: "create" });
    const bo = await enter({ room, name: "Bo", warmth });
    await bo.say("the secret of the cake");
    const lines = await open({ room, offer: "chat", warmth });
    await before(room);
    expect((await end(room, { Cookie: bo.cookie })).status).toBe(403);
    await before(room);
    expect((await end(room, { Cookie: ann.cookie })).status).toBe(204);
    for (const each of [ann, bo, lines]) await until(() => expect(each.closed).toEqual({ code: 4410, reason: "gone" }));
    await before(room);
    expect((await get(`/r/${room}`)).status).toBe(410);
    expect((await get(`/r/${room}`, {}, { method: "POST", body: "hi" })).status).toBe(410);
    expect((await end(room, { Cookie: ann.cookie })).status).toBe(410);
    const again = await open({ room, cookie: bo.cookie, warmth });
    await until(() => expect(again.refusals).toEqual(["gone"]));
    const tables = await runInDurableObject(objectOf(room), (_, { storage }) =>
      storage.sql.exec("SELECT name FROM sqlite_master WHERE name NOT LIKE '_cf%'").toArray(),
    );
    expect(tables).toEqual([{ name: "tomb" }]);
  });

  it("that was deleted a day ago is a name like any other, and begins anew", async () => {
    const room = freshRoom();
    const ann = await enter({ room, name: "Ann", warmth });
    await ann.act({ kind: "create" });
    await end(room, { Cookie: ann.cookie });
    await runInDurableObject(objectOf(room), (_, { storage }) => storage.sql.exec("UPDATE tomb SET until = 1"));
    await sleep(room);
    const bo = await enter({ room, name: "Bo", warmth });
    expect(bo.welcome).toMatchObject({ head: 0, epoch: "", page: [] });
    expect(await bo.say("what was here?")).toBe(1);
    const cleo = await enter({ room, cookie: ann.cookie, warmth });
    expect(cleo.welcome.you.role).toBe("guest");
  });

  it("that begins anew in the same object wakes for what it has to forget", async () => {
    const room = freshRoom();
    const ann = await enter({ room, name: "Ann", warmth });
    const keeps = async (who: typeof ann) => {
      await who.act({ kind: "create" });
      await who.act({ kind: "rules", rules: { keep: 86_400 } });
      await who.say("for a day");
      return runInDurableObject(objectOf(room), (_, { storage }) => storage.getAlarm());
    };
    expect(await keeps(ann)).not.toBeNull();
    await end(room, { Cookie: ann.cookie });
    await runInDurableObject(objectOf(room), (_, { storage }) => void storage.sql.exec("UPDATE tomb SET until = 1"));
    // It remembers until when the tomb stands: a day later by its clock.
    vi.spyOn(Date, "now").mockReturnValue(Date.now() + 25 * 3_600_000);
    const bo = await enter({ room, name: "Bo", warmth });
    const alarm = await keeps(bo);
    vi.restoreAllMocks();
    expect(alarm).not.toBeNull();
  });

  it("gets its owner from the operator, and another one, and is closed and deleted by them", async () => {
    const room = freshRoom();
    const ann = await enter({ room, name: "Ann", warmth });
    const bo = await enter({ room, name: "Bo", warmth });
    await ann.say("whose is it?");
    const { member: anns } = ann.welcome.you;
    const { member: bos } = bo.welcome.you;
    await before(room);
    const made = await op(room, { kind: "role", who: anns, role: "owner" }, OPERATOR);
    expect([made.status, await made.json()]).toMatchObject([201, { by: "operator", kind: "role", who: anns }]);
    expect(made.headers.get("Set-Cookie")).toBeNull();
    await ann.act({ kind: "rules", rules: { write: "members" } });
    await before(room);
    expect((await op(room, { kind: "role", who: bos, role: "owner" }, OPERATOR)).status).toBe(201);
    expect((await enter({ room, cookie: ann.cookie, warmth })).welcome.you.role).toBe("moderator");
    expect((await enter({ room, cookie: bo.cookie, warmth })).welcome.you.role).toBe("owner");
    expect((await op(room, { kind: "rules", rules: { locked: true } }, OPERATOR)).status).toBe(201);
    // Keeps order, and says nothing.
    expect((await op(room, { kind: "send", body: { text: "hi" } }, OPERATOR)).status).toBe(403);
    await before(room);
    expect((await end(room, OPERATOR)).status).toBe(204);
    expect((await get(`/r/${room}`)).status).toBe(410);
  });
});

describe("the operator's secret", () => {
  it.each([
    ["another", { Authorization: "Bearer the-secret-of-somebody-else" }],
    ["none behind the word", { Authorization: "Bearer " }],
    ["of another scheme", { Authorization: "Token the-secret-of-the-operator" }],
  ])("%s opens nothing", async (_, headers) => {
    const room = freshRoom();
    const ann = await enter({ room, name: "Ann" });
    await ann.say("hi");
    expect((await op(room, { kind: "rules", rules: { locked: true } }, headers)).status).toBe(401);
    expect((await end(room, headers)).status).toBe(401);
  });

  it.each(["", "short"])("set to %j there is no operator", async (PARLOR_OPERATOR) => {
    const request = { method: "DELETE", headers: { Authorization: `Bearer ${PARLOR_OPERATOR}` } };
    const answer = await app.request(`${ORIGIN}/r/${freshRoom()}`, request, { ...env, PARLOR_OPERATOR });
    expect(answer.status).toBe(401);
  });
});

describe("an op over HTTP", () => {
  it("is ann's by her cookie, once by its key, and refused with its code", async () => {
    const room = freshRoom();
    const ann = await enter({ room, name: "Ann" });
    await ann.say("helo");
    const headers = { Cookie: ann.cookie, "Idempotency-Key": "a-key-that-nobody-guesses" };
    const edit = { kind: "edit", target: 1, body: { text: "hello" } };
    expect((await op(room, edit, headers)).status).toBe(201);
    expect((await op(room, edit, headers)).status).toBe(200);
    await until(() => expect(ann.events.at(-1)).toMatchObject({ seq: 2, kind: "edit" }));
    expect((await op(room, edit)).status).toBe(403);
    expect((await op(room, { kind: "edit", target: 99, body: { text: "x" } }, headers)).status).toBe(409);
    expect((await op(room, { kind: "delete", target: 99 }, { Cookie: ann.cookie })).status).toBe(404);
    for (const wrong of [[], "hi", null, {}, { kind: "dance" }, { kind: "role" }])
      expect((await op(room, wrong as object)).status).toBe(400);
    const broken = await get(`/r/${room}/ops`, {}, { method: "POST", body: "{" });
    expect(await broken.json()).toMatchObject({ error: { code: "not_json" } });
    expect((await get(`/r/${room}/ops`)).status).toBe(405);
    expect((await get(`/r/${room}/ops`, {}, { method: "POST", body: "x".repeat(70_000) })).status).toBe(413);
  });

  it("of a foreign page is a guest's, whatever cookie comes along", async () => {
    const room = freshRoom();
    const ann = await enter({ room, name: "Ann" });
    await ann.act({ kind: "create" });
    const headers = { Cookie: ann.cookie, Origin: "https://evil.example" };
    expect((await op(room, { kind: "rules", rules: { locked: true } }, headers)).status).toBe(403);
    expect((await end(room, headers)).status).toBe(403);
    expect((await get(`/r/${room}`)).status).toBe(200);
  });
});
