import { describe, expect, it } from "vitest";
import { parseOp } from "../../src/protocol/op.ts";
import { enter, freshRoom, get, open, rowsOf, sleep, until, type Warmth } from "./visitor.ts";

interface Bot {
  who: string;
  token: string;
}

const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });

function makeBot(room: string, cookie: string, wish: object): Promise<Response> {
  return get(`/r/${room}/bots`, { Cookie: cookie }, { method: "POST", body: JSON.stringify(wish) });
}

const post = (room: string, headers: Record<string, string>, body = "beep", path = "") =>
  get(`/r/${room}${path}`, { "Content-Type": "text/plain", ...headers }, { method: "POST", body });
const read = (room: string, headers: Record<string, string>, accept = "application/json") =>
  get(`/r/${room}`, { Accept: accept, ...headers });

const codeOf = async (answer: Response) => (await answer.json<{ error: { code: string } }>()).error.code;

describe.each<Warmth>(["warm", "evicted"])("a bot, in a room that is %s", (warmth) => {
  async function annsRoom(may: "read" | "write" | "both" = "both") {
    const room = freshRoom();
    const ann = await enter({ room, name: "Ann", warmth });
    await ann.act({ kind: "create" });
    const answer = await makeBot(room, ann.cookie, { name: "Weather", may });
    expect(answer.status).toBe(201);
    const bot = await answer.json<Bot>();
    return { room, ann, bot };
  }

  it("is made by ann, and everybody sees that; its token is told once, and kept by nobody", async () => {
    const { room, ann, bot } = await annsRoom();
    expect(bot.token).toMatch(/^parlor_bot_[\w-]{43}$/);
    await until(() => expect(ann.events.at(-1)).toMatchObject({ was: "bot", who: bot.who, name: "Weather" }));
    expect(await rowsOf(room)).not.toContain(bot.token.slice(11));
    expect(ann.received.join()).not.toContain(bot.token.slice(11));
    const listed = await get(`/r/${room}/bots`, { Cookie: ann.cookie });
    expect(await listed.json()).toMatchObject({
      programs: [{ who: { name: "Weather", tag: "bot" }, is: "bot", may: "both", by: { name: "Ann" } }],
    });
    const bo = await enter({ room, name: "Bo", warmth });
    expect((await get(`/r/${room}/bots`, { Cookie: bo.cookie })).status).toBe(403);
  });

  it("comes by every door with its token, as one member", async () => {
    const { room, ann, bot } = await annsRoom();
    const headers = bearer(bot.token);
    expect((await post(room, headers, "by post")).status).toBe(201);
    const topic = JSON.stringify({ kind: "topic", text: "rain" });
    expect(await codeOf(await post(room, headers, topic, "/ops"))).toBe("not_allowed");
    const seq = ann.events.at(-1)?.seq ?? 0;
    const edit = { method: "PATCH", body: "by post, again" };
    expect((await get(`/r/${room}/${seq}`, { "Content-Type": "text/plain", ...headers }, edit)).status).toBe(201);
    const thumb = `/r/${room}/${seq}/${encodeURIComponent("👍")}`;
    expect((await get(thumb, headers, { method: "PUT" })).status).toBe(201);
    expect(await (await read(room, headers)).json()).toMatchObject({
      messages: [{ by: bot.who, body: { text: "by post, again" }, reactions: [{ emoji: "👍", by: [bot.who] }] }],
    });
    expect(await (await read(room, headers, "text/plain")).text()).toBe("Weather#bot: by post, again\n");
    const socket = await enter({ room, headers, warmth });
    expect(socket.welcome.you).toMatchObject({ member: bot.who, name: "Weather", tag: "bot" });
    await socket.say("by socket");
    const text = await open({ room, offer: "chat", headers, warmth });
    await text.sendRaw("by line");
    await until(() => expect(ann.texts.at(-1)).toBe("by line"));
    expect(text.received.at(-1)).toBe("Weather#bot: by line");
    const mine = await get(`/r/${room}/mine`, headers);
    expect(await mine.json()).toMatchObject({ member: bot.who, name: "Weather" });
    const session = await get(`/r/${room}/sessions?poll`, headers, { method: "POST" });
    const [, id] = /data: (\S+)/.exec(await session.text()) ?? [];
    const told = await get(`/r/${room}/sessions/${id}`, headers, { method: "POST", body: '{"type":"hello"}' });
    expect(told.status).toBe(204);
    expect(await (await get(`/r/${room}/sessions/${id}`, headers)).text()).toContain(`"member":"${bot.who}"`);
  });

  it("that can't set headers offers its token beside the subprotocol, which is not picked", async () => {
    const { room, bot } = await annsRoom();
    const answer = await get(`/r/${room}`, {
      Upgrade: "websocket",
      "Sec-WebSocket-Protocol": `parlor.bearer.${bot.token}, parlor.v1`,
    });
    expect(answer.headers.get("Sec-WebSocket-Protocol")).toBe("parlor.v1");
    expect(answer.headers.get("Set-Cookie")).toBeNull();
    answer.webSocket?.accept();
    answer.webSocket?.close();
    const text = await get(`/r/${room}`, {
      Upgrade: "websocket",
      "Sec-WebSocket-Protocol": `parlor.bearer.${bot.token}`,
    });
    expect(text.headers.get("Sec-WebSocket-Protocol")).toBeNull();
    const greeting = new Promise((resolve) =>
      text.webSocket?.addEventListener("message", ({ data }) => resolve(data), { once: true }),
    );
    text.webSocket?.accept();
    expect(await greeting).toMatch(/^\[Client \w{8} is connected!\]$/);
    text.webSocket?.close();
  });

  it("that only reads can't write, by any door, and one that only writes can't listen", async () => {
    const { room, ann, bot } = await annsRoom("read");
    const headers = bearer(bot.token);
    expect((await read(room, headers)).status).toBe(200);
    expect((await post(room, headers)).status).toBe(403);
    const socket = await enter({ room, headers, warmth });
    await socket.ops({ kind: "send", body: { text: "beep" } });
    await until(() => expect(socket.refusals).toEqual(["not_allowed"]));
    const writer = await (await makeBot(room, ann.cookie, { name: "Alarm", may: "write" })).json<Bot>();
    expect((await post(room, bearer(writer.token))).status).toBe(201);
    for (const accept of ["application/json", "text/plain", "text/markdown", "text/event-stream"]) {
      expect((await read(room, bearer(writer.token), accept)).status, accept).toBe(403);
    }
    const deaf = await open({ room, headers: bearer(writer.token), warmth });
    await until(() => expect(deaf.closed).toEqual({ code: 4403, reason: "not_allowed" }));
  });

  it("that only writes puts otherwise what it did, and it is still something that it did", async () => {
    const { room, ann } = await annsRoom();
    const writer = await (await makeBot(room, ann.cookie, { name: "Alarm", may: "write" })).json<Bot>();
    const deed = JSON.stringify({ kind: "send", body: { text: "rings", me: true } });
    const { seq } = await (await post(room, bearer(writer.token), deed, "/ops")).json<{ seq: number }>();
    const edit = { method: "PATCH", body: "rings twice" };
    const edited = await get(`/r/${room}/${seq}`, { "Content-Type": "text/plain", ...bearer(writer.token) }, edit);
    expect(await edited.json()).toMatchObject({ kind: "edit", target: seq, body: { text: "rings twice", me: true } });
    expect((await get(`/r/${room}/${seq + 9}`, bearer(writer.token), edit)).status).toBe(404);
  });

  it("needs no passcode and no key where the room is locked, and is muted and banned like anybody", async () => {
    const { room, ann, bot } = await annsRoom();
    const headers = bearer(bot.token);
    await ann.act({ kind: "rules", rules: { locked: true, pass: { code: "sesame" } } });
    expect((await post(room, headers)).status).toBe(201);
    expect((await read(room, headers)).status).toBe(200);
    await ann.act({ kind: "mute", who: bot.who, seconds: 60 });
    expect(await codeOf(await post(room, headers))).toBe("muted");
    await ann.act({ kind: "ban", who: bot.who, seconds: null });
    expect(await codeOf(await read(room, headers))).toBe("banned");
    await ann.act({ kind: "ban", who: bot.who, seconds: 0 });
    expect((await read(room, headers)).status).toBe(200);
  });

  it("is shown out when its token is revoked, and good for nothing from then on; what it said stays", async () => {
    const { room, ann, bot } = await annsRoom();
    const headers = bearer(bot.token);
    const socket = await enter({ room, headers, warmth });
    await socket.say("rain at four");
    await ann.act({ kind: "role", who: bot.who, role: "moderator" });
    await ann.act({ kind: "revoke", who: bot.who });
    await until(() => expect(socket.closed).toEqual({ code: 4401, reason: "bad_token" }));
    for (const path of ["", "/mine", "/bots", "/bans"]) {
      const answer = await get(`/r/${room}${path}`, { Accept: "application/json", ...headers });
      expect([answer.status, await codeOf(answer)], path).toEqual([401, "bad_token"]);
    }
    expect(await codeOf(await post(room, headers))).toBe("bad_token");
    const back = await open({ room, headers, warmth });
    await until(() => expect(back.closed).toEqual({ code: 4401, reason: "bad_token" }));
    await ann.ops({ kind: "revoke", who: bot.who });
    // Its id is not given again, to the same token or another.
    await ann.ops({ kind: "bot", who: bot.who, name: "Weather", may: "both" });
    await until(() => expect(ann.refusals).toEqual(["no_member", "exists"]));
    const page = await (await read(room, { Cookie: ann.cookie }, "text/plain")).text();
    expect(page).toContain("Weather#bot: rain at four");
  });
});

describe("a token", () => {
  it("of another room, forged, cut short or of nobody is refused, stores nothing, and says nothing of the room", async () => {
    const room = freshRoom();
    const ann = await enter({ room, name: "Ann" });
    await ann.act({ kind: "create" });
    const { token } = await (await makeBot(room, ann.cookie, { name: "Weather" })).json<Bot>();
    const other = freshRoom();
    const bo = await enter({ room: other, name: "Bo" });
    await bo.act({ kind: "create" });
    const before = [await rowsOf(room), await rowsOf(other)];
    const forged = `${token.slice(0, -4)}AAAA`;
    const tries = [
      [other, token],
      [room, forged],
      [room, token.slice(0, -1)],
      [room, "secret"],
      [room, ""],
    ] as const;
    for (const [at, tried] of tries) {
      for (const path of ["", "/mine", "/bots", "/bans"]) {
        const answer = await get(`/r/${at}${path}`, { Accept: "application/json", ...bearer(tried) });
        expect([answer.status, await codeOf(answer)], `${tried} ${path}`).toEqual([401, "bad_token"]);
      }
      const answer = await post(at, bearer(tried));
      expect([answer.status, answer.headers.get("WWW-Authenticate")]).toMatchObject([
        401,
        expect.stringMatching(/^Bearer /),
      ]);
      expect((await post(at, bearer(tried), '{"kind":"create"}', "/ops")).status).toBe(401);
    }
    expect([await rowsOf(room), await rowsOf(other)]).toEqual(before);
    await sleep(room);
    expect((await read(room, bearer(token))).status).toBe(200);
  });

  it("is made by who keeps the room in order, for a name, and for an id that is nobody's", async () => {
    const room = freshRoom();
    const ann = await enter({ room, name: "Ann" });
    await ann.act({ kind: "create" });
    const bo = await enter({ room, name: "Bo" });
    await bo.say("hi");
    expect((await makeBot(room, bo.cookie, { name: "Spy" })).status).toBe(403);
    expect(await codeOf(await makeBot(room, ann.cookie, { name: "" }))).toBe("bad_name");
    expect(await codeOf(await makeBot(room, ann.cookie, { name: "Spy", may: "all" }))).toBe("bad_op");
    expect(await codeOf(await makeBot(room, ann.cookie, {}))).toBe("bad_op");
    const { who } = await (await makeBot(room, ann.cookie, { name: "Spy" })).json<Bot>();
    await ann.ops({ kind: "bot", who, name: "Spy", may: "both" });
    await until(() => expect(ann.refusals).toEqual(["exists"]));
    await ann.ops({ kind: "role", who, role: "owner" });
    await until(() => expect(ann.refusals).toEqual(["exists", "not_allowed"]));
    // No person's id is like a program's.
    const id = "an-op-of-anns-0001";
    expect(parseOp({ id, kind: "bot", who: bo.welcome.you.member, name: "Bo", may: "both" }).ok).toBe(false);
  });

  it("is one of fifty at most", async () => {
    const room = freshRoom();
    const ann = await enter({ room, name: "Ann" });
    await ann.act({ kind: "create" });
    for (let n = 1; n <= 50; n++) {
      expect((await makeBot(room, ann.cookie, { name: `Bot ${n}` })).status).toBe(201);
    }
    expect(await codeOf(await makeBot(room, ann.cookie, { name: "Bot 51" }))).toBe("too_many_programs");
  });
});
