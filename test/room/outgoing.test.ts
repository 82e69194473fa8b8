import { runInDurableObject } from "cloudflare:test";
import { createHmac } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Delivery } from "../../src/room/hooks.ts";
import { enter, freshRoom, get, objectOf, open, rowsOf, sleep, until, type Visitor, type Warmth } from "./visitor.ts";

interface Made {
  who: string;
  secret: string;
}

interface Received {
  url: string;
  headers: Headers;
  text: string;
  body: { type: string; data: { room: string; event: { seq: number; body?: unknown }; author: object } };
}

/** Everything that was posted to the world outside, and what it answers, by host. */
let received: Received[] = [];
const answers = new Map<string, () => Response | Promise<Response>>();

beforeEach(() => {
  received = [];
  vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
    const request = new Request(input, init);
    expect(request.redirect).toBe("manual");
    const text = await request.text();
    received.push({ url: request.url, headers: request.headers, text, body: JSON.parse(text) });
    return (answers.get(new URL(request.url).host) ?? (() => new Response(null, { status: 204 })))();
  });
});
afterEach(() => vi.restoreAllMocks());

const post = (path: string, cookie: string, body: object) =>
  get(path, { Cookie: cookie }, { method: "POST", body: JSON.stringify(body) });
const codeOf = async (answer: Response) => (await answer.json<{ error: { code: string } }>()).error.code;
const bodiesTo = (host: string) => received.filter(({ url }) => new URL(url).host === host).map(({ body }) => body);
const seqsTo = (host: string) => bodiesTo(host).map(({ data }) => data.event.seq);

interface Listed {
  who: { member: string; name: string };
  url?: string;
  paused: boolean;
  due?: number;
  since?: number;
  last: Delivery[];
}

async function hooksOf(room: string, { cookie }: Pick<Visitor, "cookie">): Promise<Listed[]> {
  return (await (await get(`/r/${room}/hooks`, { Cookie: cookie })).json<{ hooks: Listed[] }>()).hooks;
}

/** Lets time pass for a room's hooks: what the room compares with its clock is moved back, and its alarm rings. */
async function pass(room: string, ms: number): Promise<void> {
  await sleep(room);
  await runInDurableObject(objectOf(room), async (_, { storage }) => {
    storage.sql.exec("UPDATE hooks SET due = max(0, due - ?), since = max(0, since - ?)", ms, ms);
    await storage.setAlarm(Date.now());
  });
}

let hosts = 0;

async function roomWithHook(warmth: Warmth, tells?: string[]) {
  const room = freshRoom();
  const ann = await enter({ room, name: "Ann", warmth });
  await ann.act({ kind: "create" });
  hosts += 1;
  const host = `receiver-${hosts}.example`;
  const url = `https://${host}/in?key=s3cr3t`;
  const made = await post(`/r/${room}/hooks`, ann.cookie, { name: "Archive", url, ...(tells && { tells }) });
  expect(made.status).toBe(201);
  const hook = await made.json<Made>();
  return { room, ann, host, hook };
}

describe.each<Warmth>(["warm", "evicted"])("an outgoing webhook, in a room that is %s", (warmth) => {
  const annsRoom = (tells?: string[]) => roomWithHook(warmth, tells);

  it("is posted each message, signed, in order, once; the log has neither its URL nor its secret", async () => {
    const { room, ann, host, hook } = await annsRoom();
    expect(hook.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    await ann.say("one");
    await ann.act({ kind: "topic", text: "tea" });
    const two = await ann.say("two");
    await until(() => expect(seqsTo(host)).toEqual([3, two]));
    const [first] = received;
    expect(first?.body).toMatchObject({
      type: "send",
      timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
      data: {
        room,
        epoch: ann.events[0]?.id,
        event: { seq: 3, kind: "send", body: { text: "one" } },
        author: { name: "Ann" },
      },
    });
    const { headers, text } = first ?? { headers: new Headers(), text: "" };
    expect(headers.get("Content-Type")).toBe("application/json");
    const [id, time] = [headers.get("webhook-id"), headers.get("webhook-timestamp")];
    expect(Math.abs(Date.now() / 1000 - Number(time))).toBeLessThan(60);
    const key = Buffer.from(hook.secret.slice(6), "base64");
    const signature = createHmac("sha256", key).update(`${id}.${time}.${text}`).digest("base64");
    expect(headers.get("webhook-signature")).toBe(`v1,${signature}`);
    expect(new Set(received.map((each) => each.headers.get("webhook-id"))).size).toBe(2);
    await until(() => expect(ann.events.find((event) => event.seq === 2)).toMatchObject({ was: "hook", out: true }));
    expect(ann.received.join()).not.toMatch(/whsec_|s3cr3t/);
    const log = await (await get(`/r/${room}?since=0`, { Cookie: ann.cookie, Accept: "application/json" })).text();
    expect(log).toContain(hook.who);
    expect(log).not.toMatch(/whsec_|s3cr3t/);
  });

  it("is told of what its owner chose, and never of what programs say", async () => {
    const { room, ann, host } = await annsRoom(["changes", "reactions", "room"]);
    const bot = await (await post(`/r/${room}/bots`, ann.cookie, { name: "Weather" })).json<{ token: string }>();
    const said = await ann.say("one");
    const edited = await ann.act({ kind: "edit", target: said, body: { text: "two" } });
    const thumb = await ann.act({ kind: "react", target: said, emoji: "👍", on: true });
    const headers = { Authorization: `Bearer ${bot.token}`, "Content-Type": "text/plain" };
    await get(`/r/${room}`, headers, { method: "POST", body: "beep" });
    await get(`/r/${room}/${said}/${encodeURIComponent("👍")}`, headers, { method: "PUT" });
    const topic = await ann.act({ kind: "topic", text: "tea" });
    const deleted = await ann.act({ kind: "delete", target: said });
    await until(() => expect(seqsTo(host)).toEqual([3, edited, thumb, topic, deleted]));
  });

  it("is tried again after an answer that is none, with the same id, before all that came after", async () => {
    const { room, ann, host } = await annsRoom();
    answers.set(host, () => new Response("no", { status: 500 }));
    const one = await ann.say("one");
    await until(() => expect(seqsTo(host)).toEqual([one]));
    await ann.say("two");
    await until(async () => expect((await hooksOf(room, ann))[0]?.last).toHaveLength(1));
    const [hook] = await hooksOf(room, ann);
    const [failed] = hook?.last ?? [];
    expect(failed).toMatchObject({ seq: one, status: 500, tries: 1 });
    expect((hook?.due ?? 0) - (failed?.at ?? 0)).toBeGreaterThanOrEqual(5000);
    expect((hook?.due ?? 0) - (failed?.at ?? 0)).toBeLessThan(6500);
    expect(seqsTo(host)).toEqual([one]);
    answers.set(host, () => Response.redirect("https://elsewhere.example/", 302));
    await pass(room, 6000);
    await until(() => expect(seqsTo(host)).toEqual([one, one]));
    answers.set(host, () => new Response(null, { status: 202 }));
    await until(async () =>
      expect((await hooksOf(room, ann))[0]?.last.at(-1)).toMatchObject({ status: 302, tries: 2 }),
    );
    await pass(room, 40_000);
    await until(() => expect(seqsTo(host)).toEqual([one, one, one, one + 1]));
    expect(received.slice(0, 3).map((each) => each.headers.get("webhook-id"))).toEqual(
      Array(3).fill(received[0]?.headers.get("webhook-id")),
    );
    expect(bodiesTo("elsewhere.example")).toEqual([]);
    await until(async () =>
      expect((await hooksOf(room, ann))[0]?.last.at(-1)).toMatchObject({ status: 202, tries: 1 }),
    );
  });

  it("pauses with a word after a day, and goes on from where it stood when ann says so", async () => {
    const { room, ann, host, hook } = await annsRoom();
    answers.set(host, () => {
      throw new Error("nobody there");
    });
    const one = await ann.say("one");
    await until(async () =>
      expect((await hooksOf(room, ann))[0]?.last.at(-1)).toMatchObject({ status: "unreachable" }),
    );
    await pass(room, 24 * 3_600_000);
    await until(() => expect(ann.events.at(-1)).toMatchObject({ was: "pause", who: hook.who, by: hook.who, on: true }));
    await ann.say("two");
    const tried = seqsTo(host).length;
    await pass(room, 24 * 3_600_000);
    expect((await hooksOf(room, ann))[0]).toMatchObject({ paused: true });
    expect(seqsTo(host)).toHaveLength(tried);
    answers.delete(host);
    await ann.act({ kind: "pause", who: hook.who, on: false });
    await until(() => expect(seqsTo(host).slice(tried)).toEqual([one, one + 2]));
  });

  it("pauses at once where its receiver is gone for good", async () => {
    const { ann, host, hook } = await annsRoom();
    answers.set(host, () => new Response(null, { status: 410 }));
    await ann.say("one");
    await until(() => expect(ann.events.at(-1)).toMatchObject({ was: "pause", who: hook.who, on: true }));
    expect(seqsTo(host)).toHaveLength(1);
  });

  it("says in the room what its receiver answers in text, once, and nothing else", async () => {
    const { room, ann, host, hook } = await annsRoom();
    answers.set(host, () => new Response("kept", { headers: { "Content-Type": "text/plain; charset=utf-8" } }));
    await ann.say("one");
    await until(() => expect(ann.texts).toEqual(["one", "kept"]));
    expect(ann.events.at(-1)).toMatchObject({ by: hook.who });
    answers.set(host, () => Response.json({ text: "kept too", more: 1 }));
    await ann.say("two");
    await until(() => expect(ann.texts).toEqual(["one", "kept", "two", "kept too"]));
    answers.set(host, () => new Response("x".repeat(8001), { headers: { "Content-Type": "text/plain" } }));
    const three = await ann.say("three");
    const lastOf = async () => (await hooksOf(room, ann))[0]?.last.at(-1);
    await until(async () => expect(await lastOf()).toMatchObject({ seq: three, status: 200, unsaid: "too_long" }));
    answers.set(host, () => new Response("x".repeat(70_000), { headers: { "Content-Type": "text/plain" } }));
    const four = await ann.say("four");
    await until(async () => expect(await lastOf()).toMatchObject({ seq: four, status: 200, unsaid: "too_long" }));
    answers.set(host, () => new Response(new Uint8Array([255]), { headers: { "Content-Type": "text/plain" } }));
    const five = await ann.say("five");
    await until(async () => expect(await lastOf()).toMatchObject({ seq: five, status: 200, unsaid: "bad_text" }));
    answers.set(host, () => new Response("<p>fine</p>", { headers: { "Content-Type": "text/html" } }));
    const six = await ann.say("six");
    await until(async () => expect(await lastOf()).toMatchObject({ seq: six, status: 200 }));
    answers.set(host, () => new Response("{", { headers: { "Content-Type": "application/json" } }));
    const seven = await ann.say("seven");
    await until(async () => expect(await lastOf()).toMatchObject({ seq: seven, status: 200 }));
    expect(ann.texts).toEqual(["one", "kept", "two", "kept too", "three", "four", "five", "six", "seven"]);
    // The same again is the same reply.
    answers.set(host, () => new Response("kept", { headers: { "Content-Type": "text/plain" } }));
    const again = await post(`/r/${room}/hooks/${hook.who}/again`, ann.cookie, { seq: 3 });
    expect(await again.json()).toMatchObject({ seq: 3, status: 200, said: 4 });
    expect(ann.texts).toHaveLength(9);
  });

  it("is sent one again by hand, by who keeps order, as the log has it by now", async () => {
    const { room, ann, host, hook } = await annsRoom();
    const said = await ann.say("a slip");
    await until(() => expect(seqsTo(host)).toEqual([said]));
    await ann.act({ kind: "delete", target: said });
    const path = `/r/${room}/hooks/${hook.who}/again`;
    const answer = await post(path, ann.cookie, { seq: said });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ seq: said, status: 204, tries: 1 });
    expect(bodiesTo(host)).toHaveLength(2);
    expect(bodiesTo(host)[1]?.data.event.body).toBeNull();
    expect(await codeOf(await post(path, ann.cookie, { seq: 99 }))).toBe("no_message");
    expect(await codeOf(await post(path, ann.cookie, { seq: 1 }))).toBe("no_message");
    expect(await codeOf(await post(path, ann.cookie, { seq: "1" }))).toBe("bad_op");
    expect(await codeOf(await post(`/r/${room}/hooks/hook-nobody/again`, ann.cookie, { seq: said }))).toBe("no_member");
    const bo = await enter({ room, name: "Bo", warmth });
    expect(await codeOf(await post(path, bo.cookie, { seq: said }))).toBe("not_allowed");
    expect(bodiesTo(host)).toHaveLength(2);
  });

  it("is the owner's to make and to see: a moderator sees how it does, and not where it leads", async () => {
    const { room, ann, host, hook } = await annsRoom();
    const bo = await enter({ room, name: "Bo", warmth });
    await bo.say("hi");
    await ann.act({ kind: "role", who: bo.welcome.you.member, role: "moderator" });
    const url = "https://bo.example/";
    expect(await codeOf(await post(`/r/${room}/hooks`, bo.cookie, { name: "Spy", url }))).toBe("not_allowed");
    await bo.ops({ kind: "pause", who: hook.who, on: true }, { kind: "revoke", who: hook.who });
    await until(() => expect(bo.refusals).toEqual(["not_allowed", "not_allowed"]));
    await until(async () =>
      expect((await hooksOf(room, bo))[0]).toMatchObject({ tells: ["messages"], last: [{ status: 204 }] }),
    );
    expect((await hooksOf(room, bo))[0]).not.toHaveProperty("url");
    expect((await hooksOf(room, ann))[0]?.url).toBe(`https://${host}/in?key=s3cr3t`);
    const cleo = await enter({ room, name: "Cleo", warmth });
    expect((await get(`/r/${room}/hooks`, { Cookie: cleo.cookie })).status).toBe(403);
    const listed = await get(`/r/${room}/bots`, { Cookie: bo.cookie });
    expect(await listed.json()).toMatchObject({ programs: [{ who: { name: "Archive" }, is: "hook", out: true }] });
    // The operator may as well.
    const operator = { Authorization: "Bearer the-secret-of-the-operator" };
    expect(await (await get(`/r/${room}/hooks`, operator)).json()).toMatchObject({
      hooks: [{ url: expect.any(String) }],
    });
  });

  it("gets nothing more once it is revoked, and nothing of it is left", async () => {
    const { room, ann, host, hook } = await annsRoom();
    answers.set(host, () => new Response(null, { status: 500 }));
    await ann.say("one");
    await until(async () => expect((await hooksOf(room, ann))[0]?.last).toHaveLength(1));
    await ann.act({ kind: "revoke", who: hook.who });
    await ann.say("two");
    expect(await hooksOf(room, ann)).toEqual([]);
    expect(await rowsOf(room)).not.toMatch(/whsec_|s3cr3t/);
    expect(seqsTo(host)).toHaveLength(1);
  });

  it("is refused where its address may not be called, and where there are ten", async () => {
    const room = freshRoom();
    const ann = await enter({ room, name: "Ann", warmth });
    await ann.act({ kind: "create" });
    for (const url of [
      "http://example.com/",
      "https://127.0.0.1/",
      "https://[::1]/",
      "https://a:b@example.com/",
      "nowhere",
    ]) {
      const answer = await post(`/r/${room}/hooks`, ann.cookie, { name: "Archive", url });
      expect([answer.status, await codeOf(answer)], url).toEqual([400, "bad_address"]);
    }
    const url = "https://example.com/";
    const long = `${url}${"x".repeat(2048)}`;
    expect(await codeOf(await post(`/r/${room}/hooks`, ann.cookie, { name: "Long", url: long }))).toBe("bad_address");
    for (const tells of [[], ["everything"]]) {
      expect(await codeOf(await post(`/r/${room}/hooks`, ann.cookie, { name: "Odd", url, tells }))).toBe("bad_op");
    }
    const to = { url, secret: "whsec_short", tells: ["messages"] };
    await ann.ops({ kind: "hook", who: `hook-${"a".repeat(20)}`, name: "Odd", to });
    await until(() => expect(ann.refusals).toEqual(["bad_op"]));
    for (let n = 0; n < 10; n += 1) {
      expect((await post(`/r/${room}/hooks`, ann.cookie, { name: `Archive ${n}`, url })).status).toBe(201);
    }
    expect(await codeOf(await post(`/r/${room}/hooks`, ann.cookie, { name: "One more", url }))).toBe(
      "too_many_programs",
    );
    expect((await post(`/r/${room}/hooks`, ann.cookie, { name: "Incoming" })).status).toBe(201);
    expect(await hooksOf(room, ann)).toHaveLength(10);
  });
});

it("a room keeps the alarm by which it tells a webhook until that is told, whatever else is due later: killed then, it tells again", async () => {
  const { room, ann, host } = await roomWithHook("warm");
  await ann.act({ kind: "rules", rules: { keep: 86_400 } });
  const alarm = () => runInDurableObject(objectOf(room), (_, { storage }) => storage.getAlarm());
  let silent = true;
  answers.set(host, async () => {
    while (silent) await scheduler.wait(10);
    return new Response(null, { status: 204 });
  });
  const one = await ann.say("one");
  await until(() => expect(seqsTo(host)).toEqual([one]));
  await ann.say("two");
  expect(await alarm()).toBeNull();
  silent = false;
  await until(() => expect(seqsTo(host)).toEqual([one, one + 1]));
  await until(async () => expect((await alarm()) ?? 0).toBeGreaterThan(Date.now() + 80_000_000));
});

it("a webhook that is revoked, or whose room is deleted, while it is being told is told no more", async () => {
  const faults = vi.spyOn(console, "error");
  for (const end of ["revoke", "delete"]) {
    const { room, ann, host, hook } = await roomWithHook("warm");
    const gate = Promise.withResolvers<Response>();
    answers.set(host, () => gate.promise);
    await ann.say("one");
    await ann.say("two");
    await until(() => expect(seqsTo(host)).toHaveLength(1));
    // The room goes on while somebody takes their time.
    await ann.say("three");
    if (end === "revoke") await ann.act({ kind: "revoke", who: hook.who });
    else expect((await get(`/r/${room}`, { Cookie: ann.cookie }, { method: "DELETE" })).status).toBe(204);
    gate.resolve(new Response("said", { headers: { "Content-Type": "text/plain" } }));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(seqsTo(host)).toHaveLength(1);
    expect(await rowsOf(room)).not.toMatch(/whsec_|s3cr3t|"said"/);
    expect(faults).not.toHaveBeenCalled();
  }
});

it("a page of lines shows nothing of all that", async () => {
  const room = freshRoom();
  const ann = await enter({ room, name: "Ann" });
  await ann.act({ kind: "create" });
  const text = await open({ room, offer: "chat" });
  await post(`/r/${room}/hooks`, ann.cookie, { name: "Archive", url: "https://lines.example/s3cr3t" });
  await ann.say("one");
  await until(() => expect(text.received.at(-1)).toMatch(/: one$/));
  expect(text.received.join()).not.toContain("s3cr3t");
  await until(() => expect(bodiesTo("lines.example")).toHaveLength(1));
});
