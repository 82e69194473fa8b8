// Bo, whom ann has banned, and all the ways in which he could try to be back.
import { runInDurableObject } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { enter, freshRoom, get, objectOf, open, rowsOf, sleep, until, type Visitor, type Warmth } from "./visitor.ts";

const HOUSE = { "CF-Connecting-IP": "203.0.113.7" };

/** Somebody whom no cookie names, at his address or another. */
const asNew = (address: string) => ({ "CF-Connecting-IP": address });

describe.each<Warmth>(["warm", "evicted"])("bo, banned by his address too from a room that is %s", (warmth) => {
  async function annsRoom() {
    const room = freshRoom();
    const ann = await enter({ room, name: "Ann", headers: asNew("198.51.100.9"), warmth });
    await ann.act({ kind: "create" });
    const bo = await enter({ room, name: "Bo", headers: HOUSE, warmth });
    await bo.say("buy my watches");
    return { room, ann, bo };
  }
  const ban = (ann: Visitor, bo: Visitor) =>
    ann.act({ kind: "ban", who: bo.welcome.you.member, seconds: null, address: true, reason: "Spam" });

  it("is gone at once from every door that he had open, with a code and the reason", async () => {
    const { room, ann, bo } = await annsRoom();
    const tab = await enter({ room, cookie: bo.cookie, headers: HOUSE, warmth });
    const silent = await open({ room, cookie: bo.cookie, headers: HOUSE, warmth });
    const lines = await open({ room, offer: "chat", cookie: bo.cookie, headers: HOUSE, warmth });
    const stream = await get(`/r/${room}`, { Accept: "text/event-stream", Cookie: bo.cookie, ...HOUSE });
    const session = await get(`/r/${room}/sessions?poll`, { Cookie: bo.cookie, ...HOUSE }, { method: "POST" });
    const [, id] = /data: (\S+)/.exec(await session.text()) ?? [];
    const waiting = get(`/r/${room}?since=2&wait=20`, { Accept: "application/json", Cookie: bo.cookie, ...HOUSE });
    await until(() => expect(ann.frames("roster").at(-1)?.count).toBe(2));
    const began = Date.now();
    await ban(ann, bo);
    for (const each of [bo, tab, silent, lines]) {
      await until(() => expect(each.closed).toEqual({ code: 4403, reason: "banned" }));
    }
    for (const each of [bo, tab, silent]) {
      expect(each.frames("refused")).toEqual([{ type: "refused", code: "banned", reason: "Spam" }]);
    }
    expect(lines.received.at(-1)).toBe("[You may not come into this room. Spam]");
    expect((await stream.text()).split("\n\n").at(-2)).toBe('event: refused\ndata: {"code":"banned","reason":"Spam"}');
    expect(await (await waiting).json()).toMatchObject({ error: { code: "banned" } });
    expect(Date.now() - began).toBeLessThan(5_000);
    await ann.say("he is gone");
    const polled = await (await get(`/r/${room}/sessions/${id}`, { Cookie: bo.cookie, ...HOUSE })).text();
    expect(polled).not.toContain("he is gone");
  });

  // Each with a room of their own to try it in. What he reads there must not have what was said since.
  const tries: [string, (room: string, bo: Visitor) => Promise<string>][] = [
    ["connecting again", async (room, { cookie }) => refusalOf(await open({ room, cookie, headers: HOUSE, warmth }))],
    [
      "another name",
      async (room, { cookie }) => {
        const rename = { method: "POST", body: JSON.stringify({ kind: "rename", name: "Robert" }) };
        const renamed = await codeOf(await get(`/r/${room}/ops`, { Cookie: cookie, ...HOUSE }, rename));
        const named = { method: "POST", body: '{"text":"hi","name":"Robert"}' };
        const headers = { Cookie: cookie, "Content-Type": "application/json", ...HOUSE };
        const said = await codeOf(await get(`/r/${room}`, headers, named));
        return renamed === said ? refusalOf(await open({ room, cookie, headers: HOUSE, warmth })) : "one of them";
      },
    ],
    [
      "going on from where he was",
      async (room, { cookie, cursor }) => {
        const again = await open({ room, cookie, headers: HOUSE, warmth });
        again.socket.send(JSON.stringify({ type: "hello", ...cursor }));
        again.socket.send(JSON.stringify({ type: "got", seq: cursor.cursor }));
        const code = await refusalOf(again);
        const since = { Accept: "application/json", Cookie: cookie, ...HOUSE };
        const read = await codeOf(await get(`/r/${room}?since=${cursor.epoch}.${cursor.cursor}`, since));
        const follow = { ...since, Accept: "text/event-stream", "Last-Event-ID": `${cursor.epoch}.${cursor.cursor}` };
        return read === code && (await codeOf(await get(`/r/${room}`, follow))) === code ? code : "one of them";
      },
    ],
    // All the others are in test/worker/shut.test.ts.
    ["another door", async (room, { cookie }) => codeOf(await get(`/r/${room}`, { Cookie: cookie, ...HOUSE }))],
    ["no cookie, from where he was", async (room) => refusalOf(await open({ room, headers: HOUSE, warmth }))],
    [
      "no cookie, as a page of another site and as a key",
      async (room) => {
        const foreign = await codeOf(await get(`/r/${room}`, { Origin: "https://evil.example", ...HOUSE }));
        const keyed = { "Idempotency-Key": "a-key-that-nobody-guesses", ...HOUSE };
        const posted = await codeOf(await get(`/r/${room}`, keyed, { method: "POST", body: "hi" }));
        return posted === foreign ? posted : "one of them";
      },
    ],
    [
      "his own cookie, from elsewhere",
      async (room, { cookie }) => refusalOf(await open({ room, cookie, headers: asNew("192.0.2.1") })),
    ],
  ];

  it.each(tries)("is not back by %s, while the ban lasts, and however long the room slept", async (_, attempt) => {
    const { room, ann, bo } = await annsRoom();
    await ban(ann, bo);
    await ann.say("he is gone");
    await sleep(room);
    const before = await rowsOf(room);
    expect(await attempt(room, bo)).toBe("banned");
    expect(await rowsOf(room)).toBe(before);
    await ann.act({ kind: "ban", who: bo.welcome.you.member, seconds: 0 });
    expect(await attempt(room, bo)).not.toBe("banned");
  });

  it("may come again as somebody new from elsewhere, which is as far as an address goes", async () => {
    const { room, ann, bo } = await annsRoom();
    await ban(ann, bo);
    const back = await enter({ room, headers: asNew("192.0.2.1"), warmth });
    expect(back.welcome.you.role).toBe("guest");
  });
});

/** The code by which the room shows somebody out, or "welcome". */
async function refusalOf(visitor: Visitor): Promise<string> {
  if (visitor.closed === undefined) await visitor.send({ type: "hello" }).catch(() => {});
  await until(() => expect(visitor.refusals.length + visitor.frames("welcome").length).toBeGreaterThan(0));
  const [code = "welcome"] = visitor.refusals;
  if (code === "banned") expect(visitor.received.join()).not.toContain("he is gone");
  return code;
}

/** The code of an answer, or its status. */
async function codeOf(answer: Response): Promise<string> {
  if (answer.status < 400) {
    await answer.body?.cancel();
    return String(answer.status);
  }
  const text = await answer.text();
  expect(text).not.toContain("he is gone");
  return /"code":"(\w+)"/.exec(text)?.[1] ?? text;
}

it("an owner whom the operator bans neither deletes the room nor takes it elsewhere", async () => {
  const room = freshRoom();
  const ann = await enter({ room, name: "Ann" });
  await ann.act({ kind: "create" });
  const operator = { Authorization: "Bearer the-secret-of-the-operator" };
  const body = JSON.stringify({ kind: "ban", who: ann.welcome.you.member, seconds: null });
  const move = (method: string, headers: object, secret?: object) =>
    get(`/r/${room}/move`, { ...headers }, { method, ...(secret && { body: JSON.stringify(secret) }) });
  const made = await (await move("POST", { Cookie: ann.cookie })).json<{ secret: string }>();
  expect((await get(`/r/${room}/ops`, operator, { method: "POST", body })).status).toBe(201);
  await until(() => expect(ann.closed?.reason).toBe("banned"));
  expect(await codeOf(await get(`/r/${room}`, { Cookie: ann.cookie }, { method: "DELETE" }))).toBe("banned");
  expect(await codeOf(await move("POST", { Cookie: ann.cookie }))).toBe("banned");
  // Nor by a secret that she had from before.
  expect(await codeOf(await move("PUT", {}, { secret: made.secret }))).toBe("banned");
  expect((await get(`/r/${room}`)).status).toBe(200);
  const members = await runInDurableObject(objectOf(room), (_, { storage }) =>
    storage.sql.exec("SELECT member FROM members").toArray(),
  );
  expect(members).toEqual([{ member: ann.welcome.you.member }]);
});
