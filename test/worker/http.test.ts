import { listDurableObjectIds } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { SECURITY_HEADERS } from "../../src/worker/headers.ts";
import { enter, freshRoom, get, open, until } from "../room/visitor.ts";

const BROWSER = { "User-Agent": "Mozilla/5.0", Accept: "text/html,*/*;q=0.8", "Sec-Fetch-Mode": "navigate" };
const JSON_ONLY = { Accept: "application/json" };

function post(room: string, body: BodyInit, headers: Record<string, string> = {}): Promise<Response> {
  return get(`/r/${room}`, headers, { method: "POST", body });
}

describe("what a GET of a room gives", () => {
  it.each([
    ["a browser", BROWSER, "text/html"],
    ["curl", { "User-Agent": "curl/8", Accept: "*/*" }, "text/plain"],
    ["something that says nothing of itself", {}, "text/plain"],
    ["a script that asks for JSON", JSON_ONLY, "application/json"],
    ["a browser's fetch that takes anything", { "User-Agent": "Mozilla/5.0", Accept: "*/*" }, "text/html"],
    ["a link previewer", { "User-Agent": "Slackbot-LinkExpanding 1.0", Accept: "*/*" }, "text/html"],
  ])("%s is answered in its own way", async (_, headers, type) => {
    const answer = await get(`/r/${freshRoom()}`, headers);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Content-Type")).toContain(type);
    expect(answer.headers.get("Vary")).toBe("Accept");
    await answer.text();
  });

  it("curl reads the latest lines", async () => {
    const room = freshRoom();
    const ann = await enter({ room, name: "Ann" });
    await ann.say("one");
    await ann.say("two");
    await ann.act({ kind: "delete", target: 1 });
    const answer = await get(`/r/${room}`);
    expect(await answer.text()).toBe(`Ann#${ann.welcome.you.tag}: two\n`);
    expect(answer.headers.get("Cache-Control")).toBe("no-store");
  });

  it("a script reads messages, and from then on the events after a place", async () => {
    const room = freshRoom();
    const ann = await enter({ room, name: "Ann" });
    await ann.say("one");
    await ann.say("two");
    const latest: { epoch: string } = await (await get(`/r/${room}`, JSON_ONLY)).json();
    expect(latest).toMatchObject({ head: 2, tail: 1, messages: [{ seq: 1 }, { seq: 2 }], people: [{ name: "Ann" }] });
    const since = async (cursor: string) => (await get(`/r/${room}?since=${cursor}`, JSON_ONLY)).json();
    expect(await since("1")).toMatchObject({ events: [{ seq: 2, body: { text: "two" } }], more: false });
    expect(await since(`${latest.epoch}.2`)).toMatchObject({ head: 2, events: [] });
    expect(await since("3")).toMatchObject({ reset: true, messages: [{ seq: 1 }, { seq: 2 }] });
    expect(await since("aaaaaaaaaaaaaaaaaaaa.1")).toMatchObject({ reset: true });
    expect(await (await get(`/r/${room}?since=1`)).text()).toBe(`Ann#${ann.welcome.you.tag}: two\n`);
  });

  it("curl is told where to read on, when there is more, and when a place is not known", async () => {
    const room = freshRoom();
    const ann = await enter({ room, name: "Ann" });
    for (let frame = 0; frame < 3; frame += 1)
      await ann.ops(...Array(100).fill({ kind: "send", body: { text: "hi" } }));
    await until(() => expect(ann.events.length).toBe(300));
    const epoch = ann.events[0]?.id;
    const first = await get(`/r/${room}?since=0`);
    expect((await first.text()).split("\n").length).toBe(201);
    expect(first.headers.get("Parlor-More")).toBe("true");
    expect(first.headers.get("Parlor-Cursor")).toBe(`${epoch}.200`);
    const rest = await get(`/r/${room}?since=${first.headers.get("Parlor-Cursor")}`);
    expect((await rest.text()).split("\n").length).toBe(101);
    expect([rest.headers.get("Parlor-More"), rest.headers.get("Parlor-Cursor")]).toEqual([null, `${epoch}.300`]);
    const lost = await get(`/r/${room}?since=aaaaaaaaaaaaaaaaaaaa.7`);
    expect(lost.headers.get("Parlor-Reset")).toBe("true");
    await lost.text();
  });

  it("a message of several lines can't pass for somebody else's in a terminal", async () => {
    const room = freshRoom();
    const ann = await enter({ room, name: "Ann" });
    await ann.say("hi\nBo#abcd: I owe you\u001b[2J");
    expect(await (await get(`/r/${room}`)).text()).toBe(`Ann#${ann.welcome.you.tag}: hi\n  Bo#abcd: I owe you[2J\n`);
  });

  it("the shell touches no object", async () => {
    const before = (await listDurableObjectIds(env.ROOM)).length;
    for (let visit = 0; visit < 20; visit += 1) await (await get(`/r/${freshRoom()}`, BROWSER)).text();
    expect((await listDurableObjectIds(env.ROOM)).length).toBe(before);
  });

  it("a first visit gives an identity that no cache keeps, and a second one none", async () => {
    const first = await get(`/r/${freshRoom()}`, BROWSER);
    const cookie = first.headers.get("Set-Cookie") ?? "";
    expect(cookie).toMatch(/^__Host-parlor=[\w-]{43}; Max-Age=31536000; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect(first.headers.get("Cache-Control")).toBe("private, no-store");
    const second = await get(`/r/${freshRoom()}`, { ...BROWSER, Cookie: cookie.split(";")[0] ?? "" });
    expect(second.headers.get("Set-Cookie")).toBeNull();
    expect(second.headers.get("Cache-Control")).not.toContain("public");
  });

  it("on plain http off localhost the cookie does without Secure", async () => {
    const answer = await get("http://192.168.1.5:8787/r/lobby", BROWSER);
    expect(answer.headers.get("Set-Cookie")).toMatch(
      /^parlor=[\w-]{43}; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Lax$/,
    );
  });
});

describe("posting to a room", () => {
  const type = (value: string) => ({ "Content-Type": value });
  it.each([
    ["curl -d 'hi'", "hi", type("application/x-www-form-urlencoded"), "hi"],
    ["curl -d '1+1=2 & more'", "1+1=2 & more", type("application/x-www-form-urlencoded"), "1+1=2 & more"],
    ["a form", "text=hi+%E4%BD%A0&name=Bo", type("application/x-www-form-urlencoded"), "hi 你"],
    ["plain text", "hi\nthere", type("text/plain"), "hi\nthere"],
    ["JSON", '{"text":"hi","name":"Bo"}', type("application/json; charset=utf-8"), "hi"],
  ])("%s is a message that everybody sees", async (_, body, headers, text) => {
    const room = freshRoom();
    const ann = await enter({ room, name: "Ann" });
    const answer = await post(room, body, headers);
    expect(answer.status).toBe(201);
    expect(await answer.text()).toContain(`: ${text.replace("\n", "\n  ")}\n`);
    await until(() => expect(ann.texts).toEqual([text]));
  });

  it("the event comes back to who asks for JSON", async () => {
    const answer = await post(freshRoom(), "hi", JSON_ONLY);
    expect(await answer.json()).toMatchObject({ seq: 1, kind: "send", body: { text: "hi" } });
  });

  it("the same Idempotency-Key from the same person is one message, from another person another", async () => {
    const room = freshRoom();
    const first = await post(room, "hi", { ...JSON_ONLY, "Idempotency-Key": "k1" });
    const cookie = first.headers.get("Set-Cookie")?.split(";")[0] ?? "";
    const event = await first.json();
    const again = await post(room, "hi", { ...JSON_ONLY, "Idempotency-Key": "k1", Cookie: cookie });
    expect(again.status).toBe(200);
    expect(await again.json()).toEqual(event);
    const other = await post(room, "hi", { ...JSON_ONLY, "Idempotency-Key": "k1" });
    expect(other.status).toBe(201);
    const changed = await post(room, "ho", { "Idempotency-Key": "k1", Cookie: cookie });
    expect(changed.status).toBe(409);
    expect(await changed.json()).toMatchObject({ error: { code: "id_reused" } });
  });

  it("an empty Idempotency-Key is none", async () => {
    const room = freshRoom();
    const Cookie = `__Host-parlor=${"a".repeat(43)}`;
    for (const text of ["one", "two"]) {
      expect((await post(room, text, { Cookie, "Idempotency-Key": "" })).status).toBe(201);
      const body = JSON.stringify({ kind: "topic", text });
      const op = await get(`/r/${room}/ops`, { Cookie, "Idempotency-Key": "" }, { method: "POST", body });
      expect(op.status).toBe(201);
    }
  });

  it("a post without a cookie, sent again with its key because the answer was lost, is one message", async () => {
    const room = freshRoom();
    const headers = { ...JSON_ONLY, "Idempotency-Key": crypto.randomUUID() };
    const event = await (await post(room, "hi", headers)).json();
    const again = await post(room, "hi", headers);
    expect(again.status).toBe(200);
    expect(await again.json()).toEqual(event);
  });

  it.each([
    ["nothing", "", {}, 400, "empty"],
    ["too much", "x".repeat(8001), {}, 413, "too_long"],
    ["more than a frame", "x".repeat(70_000), {}, 413, "too_long"],
    ["what is not UTF-8", new Uint8Array([0xff, 0xfe]), {}, 400, "bad_text"],
    ["what is not JSON", "{", type("application/json"), 400, "not_json"],
    ["JSON of another form", '{"txt":"hi"}', type("application/json"), 400, "bad_op"],
    ["a reply to nothing", '{"text":"hi","replyTo":7}', type("application/json"), 404, "no_message"],
    ["a name that is none", '{"text":"hi","name":""}', type("application/json"), 400, "bad_name"],
    ["a form with broken bytes", "text=%FF", type("application/x-www-form-urlencoded"), 400, "bad_text"],
    ["a file", "--x\r\n", type("multipart/form-data; boundary=x"), 415, "bad_type"],
    ["a lone surrogate", '{"text":"\\ud83d"}', type("application/json"), 400, "bad_text"],
  ])("%s is refused with a code, and nothing is stored", async (_, body, headers, status, code) => {
    const room = freshRoom();
    const answer = await post(room, body, headers);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toEqual({ error: { code, message: expect.any(String) } });
    expect(await (await get(`/r/${room}`, JSON_ONLY)).json()).toMatchObject({ head: 0 });
  });
});

describe("addresses", () => {
  it.each(["lobby", "中文房間", "ＬＯＢＢＹ", "שלום", "हिन्दी", "a-b_c", "x".repeat(64)])(
    "%s is a room",
    async (name) => {
      expect((await get(`/r/${encodeURIComponent(name)}`)).status).toBe(200);
    },
  );

  it.each(["a b", "a.b", "x".repeat(65), "%00", "%F0%9F%91%8D", "%E0%A4%A", "%3Cscript%3E", "%2e%2e%2fetc"])(
    "/r/%s is none, and says so",
    async (path) => {
      const answer = await get(`/r/${path}`);
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({ error: { code: "bad_room" } });
      expect(answer.headers.get("X-Content-Type-Options")).toBe("nosniff");
    },
  );

  it("who opens no possible room in a browser is told so by the app, with the same status", async () => {
    const answer = await get("/r/a%20b", BROWSER);
    expect(answer.status).toBe(400);
    expect(answer.headers.get("Content-Type")).toContain("text/html");
    await answer.text();
  });

  it("full-width letters mean the same room", async () => {
    const ann = await enter({ room: "tea-１２" });
    const bo = await enter({ room: "ｔｅａ-12" });
    expect(bo.welcome.room.name).toBe(ann.welcome.room.name);
    expect(bo.welcome.roster.count).toBe(2);
  });

  it("other methods are refused with what is allowed", async () => {
    const answer = await get("/r/lobby", {}, { method: "PUT" });
    expect(answer.status).toBe(405);
    expect(answer.headers.get("Allow")).toBe("GET, HEAD, POST, DELETE");
  });

  it.each([
    ["", "GET, HEAD, POST, DELETE"],
    ["/", "GET, HEAD"],
    ["/ops", "POST"],
    ["/bans", "GET, HEAD"],
    ["/bots", "GET, HEAD, POST"],
    ["/hooks", "GET, HEAD, POST"],
    [`/hooks/${"x".repeat(22)}`, "POST"],
    [`/hooks/${"x".repeat(22)}/again`, "POST"],
    ["/mine", "GET, HEAD"],
    ["/push", "GET, HEAD, PUT, DELETE"],
    ["/move", "POST, PUT"],
    ["/sessions", "POST"],
    [`/sessions/${"x".repeat(22)}`, "GET, POST, DELETE"],
    ["/57", "PATCH, DELETE"],
    ["/57/%F0%9F%91%8D", "PUT, DELETE"],
  ])(
    "OPTIONS of a room%s says what it takes, whatever else is refused with the same, and a HEAD too where there is no GET",
    async (path, methods) => {
      const answer = await get(`/r/lobby${path}`, {}, { method: "OPTIONS" });
      expect([answer.status, answer.headers.get("Allow")]).toEqual([204, `${methods}, OPTIONS`]);
      const refused = await get(`/r/lobby${path}`, {}, { method: "PROPFIND" });
      expect([refused.status, refused.headers.get("Allow")]).toEqual([405, methods]);
      const asked = { Origin: "https://elsewhere.example", "Access-Control-Request-Headers": "authorization" };
      const preflight = await get(`/r/lobby${path}`, asked, { method: "OPTIONS" });
      expect(preflight.headers.get("Access-Control-Allow-Methods")).toBe(methods);
      const head = await get(`/r/lobby${path}`, JSON_ONLY, { method: "HEAD" });
      const got = methods.includes("HEAD") ? await get(`/r/lobby${path}`, JSON_ONLY) : refused;
      expect([head.status, head.headers.get("Allow"), await head.text()]).toEqual([
        got.status,
        got.headers.get("Allow"),
        "",
      ]);
      await got.text();
    },
  );

  it("OPTIONS of what is nowhere is not found", async () => {
    expect((await get("/r/lobby/x/y/z", {}, { method: "OPTIONS" })).status).toBe(404);
  });

  it.each(["text/plain", "application/json", "text/markdown", "text/html"])(
    "HEAD has the headers of %s, and no body",
    async (Accept) => {
      const room = freshRoom();
      const [got, head] = [
        await get(`/r/${room}`, { Accept }),
        await get(`/r/${room}`, { Accept }, { method: "HEAD" }),
      ];
      expect(await head.text()).toBe("");
      await got.text();
      const told = ({ status, headers }: Response) => {
        const { "set-cookie": _, ...rest } = Object.fromEntries(headers);
        return { status, ...rest };
      };
      expect(told(head)).toEqual(told(got));
    },
  );

  it("HEAD of a stream, which has no end, is refused with what is allowed", async () => {
    const answer = await get("/r/lobby", { Accept: "text/event-stream" }, { method: "HEAD" });
    expect([answer.status, answer.headers.get("Allow")]).toEqual([405, "GET, POST, DELETE"]);
  });

  it("a slash at the end leads to the room", async () => {
    const answer = await get("/r/%E4%B8%AD%E6%96%87/?since=1");
    expect([answer.status, answer.headers.get("Location")]).toEqual([308, "/r/%E4%B8%AD%E6%96%87?since=1"]);
  });

  const doors = [["/r/lobby/mine"], ["/r/lobby/bans"], ["/r/lobby/move", "POST"], ["/r/lobby/ops", "POST"]];
  it.each([["/r/lobby"], ["/r/a%20b"], ["/r/x/y/z"], ["/r/lobby", "DELETE"], ...doors])(
    "%s has every security header",
    async (path, method = "GET") => {
      const answer = await get(path, {}, { method });
      for (const [name, value] of Object.entries(SECURITY_HEADERS)) expect(answer.headers.get(name)).toBe(value);
      expect(answer.headers.get("X-Robots-Tag")).toBe("noindex");
    },
  );
});

describe("a socket that can't be opened", () => {
  it("with only unknown subprotocols is a clear 400", async () => {
    const answer = await get("/r/lobby", { Upgrade: "websocket", "Sec-WebSocket-Protocol": "superchat, mqtt" });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: { code: "unknown_subprotocol" } });
  });

  it("parlor.v1 wins wherever it stands", async () => {
    const answer = await get(`/r/${freshRoom()}`, {
      Upgrade: "websocket",
      "Sec-WebSocket-Protocol": "chat, foo, parlor.v1",
    });
    expect(answer.headers.get("Sec-WebSocket-Protocol")).toBe("parlor.v1");
    answer.webSocket?.accept();
    answer.webSocket?.close();
  });

  it("of a newer protocol is told over the socket to reload, and wakes no object", async () => {
    const before = (await listDurableObjectIds(env.ROOM)).length;
    const ann = await open({ room: freshRoom(), offer: "parlor.v9" }).catch((fault: unknown) => fault);
    const bad = await open({ room: "no such room", offer: "parlor.v1" });
    await until(() => expect(bad.refusals).toEqual(["bad_room"]));
    await until(() => expect(bad.closed).toEqual({ code: 4404, reason: "bad_room" }));
    expect(ann).toMatchObject({ refusals: ["version"] });
    await until(() => expect(ann).toMatchObject({ closed: { code: 4426, reason: "version" } }));
    expect((await listDurableObjectIds(env.ROOM)).length).toBe(before);
  });

  it("to a room of no possible name is a 400 for who speaks no parlor", async () => {
    const answer = await get("/r/a%20b", { Upgrade: "websocket" });
    expect(answer.status).toBe(400);
  });
});
