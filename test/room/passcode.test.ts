import { runInDurableObject } from "cloudflare:test";
import { nanoid } from "nanoid";
import { afterEach, describe, expect, it, vi } from "vitest";
import { STRETCH } from "../../src/protocol/pass.ts";
import { guesses } from "../../src/room/abuse.ts";
import { enter, freshRoom, get, objectOf, open, rowsOf, sleep, until, type Visitor, type Warmth } from "./visitor.ts";

const CODE = "芝麻 sesame";
const basic = (code: string) => {
  const bytes = new TextEncoder().encode(`x:${code}`);
  return { Authorization: `Basic ${btoa(String.fromCharCode(...bytes))}` };
};
const read = (room: string, headers: Record<string, string> = {}) =>
  get(`/r/${room}`, { Accept: "application/json", ...headers });

/** What a browser makes of a code before it sends it. */
async function stretched(code: string, room: string): Promise<{ key: string }> {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const typed = await crypto.subtle.importKey("raw", bytes(code), "PBKDF2", false, ["deriveBits"]);
  const how = { name: "PBKDF2", hash: STRETCH.hash, salt: bytes(STRETCH.salt(room)), iterations: STRETCH.rounds };
  const key = new Uint8Array(await crypto.subtle.deriveBits(how, typed, STRETCH.bytes * 8));
  const base64 = btoa(String.fromCharCode(...key));
  return { key: base64.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "") };
}

/** Knocks with a hello, and gives what the room said before it closed. */
async function knock(room: string, pass?: object, cookie?: string) {
  const visitor = await open({ room, ...(cookie !== undefined && { cookie }) });
  await visitor.send({ type: "hello", ...(pass && { pass }) });
  await until(() => expect(visitor.closed ?? visitor.frames("welcome")[0]).toBeDefined());
  return visitor;
}

/** The room's clock stands still, so many milliseconds from now. */
function standsAt(ms: number) {
  const then = Date.now() + ms;
  vi.spyOn(Date, "now").mockImplementation(() => then);
}
afterEach(() => void vi.restoreAllMocks());

const refusal = (visitor: Visitor) => visitor.frames("refused").at(-1);

describe.each<Warmth>(["warm", "evicted"])("a room with a passcode, %s", (warmth) => {
  async function annsRoom() {
    const room = freshRoom();
    const ann = await enter({ room, name: "Ann", warmth });
    await ann.act({ kind: "create" });
    await ann.say("the treasure is under the oak");
    const bo = await enter({ room, name: "Bo", warmth });
    await ann.act({ kind: "rules", rules: { pass: await stretched(CODE, room) } });
    return { room, ann, bo };
  }

  it("writes nothing down for who comes with it only to read, by any door, and lets them go on until it changes", async () => {
    const { room, ann } = await annsRoom();
    const passed = async () =>
      runInDurableObject(objectOf(room), (_, { storage }) => storage.sql.exec("SELECT * FROM passed").toArray());
    const stream = await get(`/r/${room}`, { Accept: "text/event-stream", ...basic(CODE) });
    expect(stream.status).toBe(200);
    const waiting = read(`${room}?since=3&wait=20`, basic(CODE));
    await until(() => expect(ann.frames("roster").at(-1)?.count).toBe(3));
    await ann.act({ kind: "rules", rules: { title: "Tea" } });
    expect(await (await waiting).json()).toMatchObject({ events: [{ seq: 4 }] });
    const socket = await open({ room, headers: basic(CODE), warmth });
    await socket.hello();
    expect(await passed()).toEqual([]);
    await socket.say("who writes is remembered");
    expect(await passed()).toEqual([{ member: socket.welcome.you.member }]);
    await ann.act({ kind: "rules", rules: { pass: { code: "another" } } });
    expect(await stream.text()).toContain('"code":"pass_needed"');
    await until(() => expect(socket.closed?.reason).toBe("pass_needed"));
  });

  it("asks everybody for it but who set it, and whoever was in as well", async () => {
    const { room, ann, bo } = await annsRoom();
    await until(() => expect(bo.closed).toEqual({ code: 4401, reason: "pass_needed" }));
    expect(ann.closed).toBeUndefined();
    const back = await knock(room, undefined, bo.cookie);
    expect(refusal(back)?.code).toBe("pass_needed");
    expect(back.received).toHaveLength(1);
    const knows = await knock(room, await stretched(CODE, room), bo.cookie);
    expect(knows.welcome.page?.[0]?.body?.text).toBe("the treasure is under the oak");
    expect(knows.welcome.room.rules.pass).toBe(true);
    const again = await knock(room, undefined, bo.cookie);
    expect(again.welcome.head).toBe(3);
    expect((await enter({ room, cookie: ann.cookie, warmth })).welcome.you.role).toBe("owner");
  });

  it("takes a code that was not stretched too, in whichever way it is spelt", async () => {
    const { room } = await annsRoom();
    expect((await knock(room, { code: ` ${CODE.normalize("NFD")} ` })).welcome.head).toBe(3);
  });

  it("tells who says a wrong one nothing else", async () => {
    const { room } = await annsRoom();
    const cleo = await knock(room, { code: "open up" });
    expect(cleo.received).toEqual([JSON.stringify({ type: "refused", code: "wrong_pass" })]);
  });

  it("gives nothing to who does not say hello: no message, no sign that somebody talks", async () => {
    const { room, ann } = await annsRoom();
    // What it had the runtime answer before it slept, the runtime would answer still.
    await sleep(room);
    const cleo = await open({ room, warmth });
    await cleo.send({ type: "ping" });
    await until(() => expect(cleo.frames("pong")).toEqual([{ type: "pong", epoch: "", head: 0 }]));
    await ann.say("are we alone?");
    await cleo.send({ type: "ping" });
    await cleo.sendRaw(' {"type":"ping"}');
    await cleo.send({ type: "ask", ref: 1, history: {} });
    await until(() => expect(cleo.received).toHaveLength(4));
    expect(cleo.frames("pong")).toEqual(Array(3).fill({ type: "pong", epoch: "", head: 0 }));
    expect(cleo.refusals).toEqual(["hello_first"]);
    await cleo.leave();
    await ann.say("now we are");
    await ann.send({ type: "ping" });
    await until(() => expect(ann.frames("pong").at(-1)?.head).toBe(5));
  });

  it("asks at the text door, and lets in who says it there or comes with it", async () => {
    const { room, ann } = await annsRoom();
    const cleo = await open({ room, offer: "chat", warmth });
    await until(() => expect(cleo.received[1]).toContain("/pass"));
    await ann.say("a secret");
    await cleo.sendRaw("hello?");
    await cleo.sendRaw("/history");
    await cleo.sendRaw("/pass wrong");
    await until(() => expect(cleo.received).toHaveLength(5));
    expect(cleo.received.join()).not.toContain("secret");
    await cleo.sendRaw(`/pass ${CODE}`);
    await until(() => expect(cleo.received.at(-1)).toBe("[Come in.]"));
    await cleo.sendRaw("hello!");
    await until(() => expect(ann.texts).toContain("hello!"));
    await until(() => expect(cleo.received.at(-1)).toContain("hello!"));
    const dan = await open({ room, offer: "chat", warmth, headers: basic(CODE) });
    await ann.say("dan?");
    await until(() => expect(dan.received.at(-1)).toContain("dan?"));
    await expect(open({ room, offer: "chat", headers: basic("wrong") })).rejects.toThrow(/401/);
  });

  it("asks over HTTP, reading or writing", async () => {
    const { room, ann } = await annsRoom();
    const closed = await read(room);
    expect([closed.status, closed.headers.get("WWW-Authenticate")]).toEqual([
      401,
      'Basic realm="Parlor", charset="UTF-8"',
    ]);
    expect(await closed.json()).toEqual({
      error: { code: "pass_needed", message: "This room asks for its passcode." },
    });
    expect((await read(room, basic("wrong"))).status).toBe(401);
    expect(await (await read(room, basic(CODE))).text()).toContain("oak");
    const post = (headers = {}) => get(`/r/${room}`, headers, { method: "POST", body: "by post" });
    expect((await post()).status).toBe(401);
    expect((await post(basic("wrong"))).status).toBe(401);
    expect((await post(basic(CODE))).status).toBe(201);
    await until(() => expect(ann.texts).toContain("by post"));
  });

  it("lets those guess who have none, and then longer and longer not, though it slept", async () => {
    const { room } = await annsRoom();
    standsAt(0);
    for (let n = 0; n < guesses.address.free; n += 1) {
      const answer = await read(room, { ...basic(`wrong ${n}`), "CF-Connecting-IP": "192.0.2.1" });
      const wait = answer.headers.get("Retry-After");
      expect(wait).toBe(n < guesses.address.free - 1 ? null : "1");
    }
    const hasty = await read(room, { ...basic(CODE), "CF-Connecting-IP": "192.0.2.1" });
    expect([hasty.status, hasty.headers.get("Retry-After")]).toEqual([401, "1"]);
    // Another house is not kept waiting for it.
    expect((await read(room, { ...basic(CODE), "CF-Connecting-IP": "192.0.2.2" })).status).toBe(200);
    standsAt(1001);
    const wrong = await read(room, { ...basic("wrong"), "CF-Connecting-IP": "192.0.2.1" });
    expect(wrong.headers.get("Retry-After")).toBe("2");
    standsAt(2001);
    expect((await read(room, { ...basic(CODE), "CF-Connecting-IP": "192.0.2.1" })).status).toBe(200);
  });

  it("counts a wrong one as one guess, at whichever door it is said", async () => {
    const { room } = await annsRoom();
    const wrong = { "Content-Type": "text/plain", "CF-Connecting-IP": "192.0.2.1", ...basic("wrong") };
    const asked: [string, RequestInit][] = [
      ["", { method: "POST", body: "hi" }],
      ["/2", { method: "PATCH", body: "hi" }],
      ["/2", { method: "DELETE" }],
      ["/ops", { method: "POST", body: '{"kind":"topic","text":"hi"}' }],
    ];
    for (const [at, [path, init]] of asked.entries()) {
      expect((await get(`/r/${room}${path}`, wrong, init)).status).toBe(401);
      const counted = await runInDurableObject(objectOf(room), (_, { storage }) =>
        storage.sql.exec<{ wrong: number }>("SELECT wrong FROM guesses").toArray(),
      );
      expect(counted.map((row) => row.wrong)).toEqual([at + 1, at + 1]);
    }
  });

  it("has a new one asked of everybody again, and none of anybody", async () => {
    const { room, ann } = await annsRoom();
    const bo = await knock(room, { code: CODE });
    await ann.act({ kind: "rules", rules: { pass: { code: "another" } } });
    await until(() => expect(bo.closed?.reason).toBe("pass_needed"));
    expect(refusal(await knock(room, { code: CODE }))?.code).toBe("wrong_pass");
    await ann.act({ kind: "rules", rules: { pass: null } });
    expect((await knock(room)).welcome.room.rules.pass).toBe(false);
  });

  it("keeps it to itself: not in the log, nor in its tables", async () => {
    const { room, ann } = await annsRoom();
    const { key } = await stretched(CODE, room);
    expect(ann.events.at(-1)).toMatchObject({ kind: "rules", rules: { pass: true } });
    expect(ann.received.join()).not.toContain(key);
    const rows = await rowsOf(room);
    expect(rows).toContain("oak");
    expect(rows).not.toContain(key);
    expect(rows).not.toContain("sesame");
  });

  it("answers the same op again, sent again, though it can't compare what it does not keep", async () => {
    const { room, ann } = await annsRoom();
    const id = nanoid();
    const op = { id, kind: "rules", rules: { pass: await stretched("new", room) } };
    await ann.ops(op);
    await ann.echo(id);
    await ann.ops(op);
    await until(() => expect(ann.frames("stored").at(-1)?.ids).toEqual([[id, 4]]));
  });
});

it("only the owner sets a passcode, or the operator", async () => {
  const room = freshRoom();
  const ann = await enter({ room, name: "Ann" });
  await ann.act({ kind: "create" });
  const bo = await enter({ room, name: "Bo" });
  await bo.say("hi");
  await ann.act({ kind: "role", who: bo.welcome.you.member, role: "moderator" });
  await bo.ops({ kind: "rules", rules: { pass: { code: "mine" } } });
  await until(() => expect(bo.refusals).toEqual(["not_allowed"]));
  const operator = { Authorization: "Bearer the-secret-of-the-operator", "Content-Type": "application/json" };
  const body = JSON.stringify({ kind: "rules", rules: { pass: { code: "the operator's" } } });
  expect((await get(`/r/${room}/ops`, operator, { method: "POST", body })).status).toBe(201);
  expect((await read(room)).status).toBe(401);
});
