import { describe, expect, it, vi } from "vitest";
import { enter, freshRoom, get, sleep, until, type Visitor, type Warmth } from "../room/visitor.ts";

const JSON_ONLY = { Accept: "application/json" };
const STREAM = { Accept: "text/event-stream" };

/** Reads a stream of events as it comes. */
async function reads(room: string, headers: Record<string, string> = {}, query = "") {
  const gone = new AbortController();
  const answer = await get(`/r/${room}${query}`, { ...STREAM, ...headers }, { signal: gone.signal });
  let text = "";
  const reader = answer.body?.getReader();
  const done = (async () => {
    const decoder = new TextDecoder();
    for (;;) {
      const part = await reader?.read();
      if (part === undefined || part.done) return;
      text += decoder.decode(part.value, { stream: true });
    }
  })().catch(() => {});
  await until(() => expect(text).toContain(": connected"));
  return {
    answer,
    done,
    /** What came, without comments. */
    events: () =>
      text
        .split("\n\n")
        .filter((each) => each !== "" && !each.startsWith(":"))
        .map((each) => Object.fromEntries(each.split("\n").map((line) => line.split(/: (.*)/s).slice(0, 2)))),
    leave: async () => {
      await reader?.cancel();
      gone.abort();
    },
  };
}

describe.each<Warmth>(["warm", "evicted"])("over HTTP, in a room that is %s", (warmth) => {
  async function annsTalk(count = 3) {
    const room = freshRoom();
    const ann = await enter({ room, name: "Ann", warmth });
    for (let n = 1; n <= count; n++) await ann.say(`line ${n}`);
    return { room, ann, epoch: ann.events[0]?.id ?? "" };
  }
  const json = async (path: string) => (await get(path, JSON_ONLY)).json();

  it("a script pages back, as far at a time as it likes", async () => {
    const { room } = await annsTalk(5);
    expect(await json(`/r/${room}?limit=2`)).toMatchObject({ messages: [{ seq: 4 }, { seq: 5 }] });
    expect(await json(`/r/${room}?before=4&limit=2`)).toMatchObject({ messages: [{ seq: 2 }, { seq: 3 }], more: true });
    expect(await json(`/r/${room}?before=2`)).toMatchObject({ messages: [{ seq: 1 }], more: false });
    expect(await json(`/r/${room}?since=1&limit=2`)).toMatchObject({ events: [{ seq: 2 }, { seq: 3 }], more: true });
  });

  it("a script reads Markdown, with who said it and when", async () => {
    const { room, ann } = await annsTalk(1);
    await ann.act({ kind: "rename", name: "An*n*" });
    await ann.act({ kind: "send", body: { text: "**so** it is" }, replyTo: 1 });
    const answer = await get(`/r/${room}`, { Accept: "text/markdown" });
    expect(answer.headers.get("Content-Type")).toBe("text/markdown; charset=utf-8");
    const tag = ann.welcome.you.tag;
    expect((await answer.text()).replace(/\d{4}-\d\d-\d\d \d\d:\d\d/g, "then")).toBe(
      `**An\\*n\\*\\#${tag}** · then UTC · 1\n\nline 1\n\n**An\\*n\\*\\#${tag}** · then UTC · 3 · answers 1\n\n**so** it is\n`,
    );
  });

  it("a script waits for what comes next, and is answered at once where it has come", async () => {
    const { room, ann } = await annsTalk(1);
    const waiting = json(`/r/${room}?since=1&wait=20`);
    await until(() => expect(ann.frames("roster").at(-1)?.count).toBe(2));
    await ann.say("line 2");
    expect(await waiting).toMatchObject({ events: [{ seq: 2, body: { text: "line 2" } }] });
    expect(await json(`/r/${room}?since=1&wait=20`)).toMatchObject({ events: [{ seq: 2 }] });
    expect(await json(`/r/${room}?since=2&wait=1`)).toMatchObject({ events: [], head: 2 });
    await until(() => expect(ann.frames("roster").at(-1)?.count).toBe(1));
  });

  it("a script that is banned while it waits is told so, and so is one whose room is deleted", async () => {
    const room = freshRoom();
    const ann = await enter({ room, name: "Ann", warmth });
    await ann.act({ kind: "create" });
    const here = (count: number) => until(() => expect(ann.frames("roster").at(-1)?.count).toBe(count));
    const bo = await enter({ room, name: "Bo", warmth });
    await bo.leave();
    await here(1);
    const waits = async (headers: Record<string, string>) => {
      const answer = await get(`/r/${room}?since=${ann.cursor.cursor}&wait=20`, { ...JSON_ONLY, ...headers });
      return [answer.status, await answer.json()];
    };
    const his = waits({ Cookie: bo.cookie });
    await here(2);
    await ann.act({ kind: "ban", who: bo.welcome.you.member, seconds: null });
    expect(await his).toMatchObject([403, { error: { code: "banned" } }]);
    await here(1);
    const guests = waits({});
    await here(2);
    await get(`/r/${room}`, { Cookie: ann.cookie }, { method: "DELETE" });
    expect(await guests).toMatchObject([410, { error: { code: "gone" } }]);
  });

  it("a stream gives what is said from now on, with who said it, and where to go on from", async () => {
    const { room, ann, epoch } = await annsTalk(1);
    const bo = await reads(room);
    expect(bo.answer.headers.get("Content-Type")).toBe("text/event-stream; charset=utf-8");
    await ann.say("line 2");
    await until(() => expect(bo.events()).toHaveLength(1));
    const [event = { data: "" }] = bo.events();
    expect(event).toMatchObject({ id: `${epoch}.2` });
    expect(JSON.parse(event.data ?? "")).toMatchObject({ seq: 2, kind: "send", author: { name: "Ann" } });
    await ann.act({ kind: "edit", target: 2, body: { text: "mended" } });
    await until(() => expect(bo.events().map(({ id }) => id)).toEqual([`${epoch}.2`, `${epoch}.3`]));
    await bo.leave();
    await until(() => expect(ann.frames("roster").at(-1)?.count).toBe(1));
  });

  it("a stream that broke goes on where it was, without a hole, or says that it can't", async () => {
    const { room, ann, epoch } = await annsTalk(3);
    const again = await reads(room, { "Last-Event-ID": `${epoch}.1` });
    await until(() => expect(again.events().map(({ id }) => id)).toEqual([`${epoch}.2`, `${epoch}.3`]));
    await ann.say("line 4");
    await until(() => expect(again.events().at(-1)?.id).toBe(`${epoch}.4`));
    await again.leave();
    const all = await reads(room, {}, "?since=0");
    await until(() => expect(all.events()).toHaveLength(4));
    await all.leave();
    const lost = await reads(room, { "Last-Event-ID": "aaaaaaaaaaaaaaaaaaaa.2" });
    await until(() => expect(lost.events()).toEqual([{ event: "reset", id: `${epoch}.4`, data: '{"head":4}' }]));
    await ann.say("line 5");
    await until(() => expect(lost.events().at(-1)?.id).toBe(`${epoch}.5`));
    await lost.leave();
  });

  it("a stream gives two hundred events and more, each once", async () => {
    const { room, ann, epoch } = await annsTalk(0);
    for (let frame = 0; frame < 5; frame++) {
      await ann.ops(...Array(100).fill({ kind: "send", body: { text: "hi" } }));
      await until(() => expect(ann.events.length).toBe((frame + 1) * 100));
    }
    const bo = await reads(room, {}, "?since=0");
    await ann.say("and on");
    await until(() => expect(bo.events()).toHaveLength(501));
    expect(bo.events().map(({ id }) => id)).toEqual(
      Array.from({ length: 501 }, (_, at) => `${ann.events[0]?.id ?? epoch}.${at + 1}`),
    );
    await bo.leave();
  });

  it("a stream of a room that has no event yet gives the first one, and where to go on from", async () => {
    const room = freshRoom();
    const ann = await enter({ room, name: "Ann", warmth });
    const streams = [await reads(room), await reads(room, { "Last-Event-ID": "aaaaaaaaaaaaaaaaaaaa.2" })];
    await ann.say("line 1");
    await ann.say("line 2");
    const ids = [1, 2].map((seq) => `${ann.events[0]?.id}.${seq}`);
    for (const stream of streams) {
      const events = () => stream.events().filter(({ id, event }) => id !== ".0" && event === undefined);
      await until(() => expect(events().map(({ id }) => id)).toEqual(ids));
      await stream.leave();
    }
  });

  it("whoever is shown out hears so at the end of their stream", async () => {
    const room = freshRoom();
    const ann = await enter({ room, name: "Ann", warmth });
    await ann.act({ kind: "create" });
    const bo = await enter({ room, name: "Bo", warmth });
    const stream = await reads(room, { Cookie: bo.cookie });
    await ann.act({ kind: "kick", who: bo.welcome.you.member });
    await stream.done;
    expect(stream.events().at(-1)).toMatchObject({ event: "refused" });
    expect(JSON.parse(stream.events().at(-1)?.data ?? "")).toEqual({ code: "kicked" });
  });

  it("ann edits, reacts to and deletes what she said, and nobody else does", async () => {
    const { room, ann } = await annsTalk(1);
    const as = (who: Visitor | undefined, method: string, path: string, body?: string) =>
      get(
        `/r/${room}/${path}`,
        { ...JSON_ONLY, ...(who && { Cookie: who.cookie }) },
        { method, ...(body && { body }) },
      );
    expect(await (await as(ann, "PATCH", "1", "mended")).json()).toMatchObject({
      kind: "edit",
      body: { text: "mended" },
    });
    expect((await as(undefined, "PATCH", "1", "not hers")).status).toBe(403);
    expect((await as(ann, "PUT", `1/${encodeURIComponent("👍")}`)).status).toBe(201);
    expect((await as(ann, "DELETE", `1/${encodeURIComponent("👍")}`)).status).toBe(201);
    expect((await as(ann, "PUT", "1/x")).status).toBe(400);
    expect((await as(ann, "DELETE", "7")).status).toBe(404);
    expect((await as(ann, "DELETE", "1")).status).toBe(201);
    expect((await as(ann, "PATCH", "1", "too late")).status).toBe(410);
    expect((await as(ann, "GET", "1")).headers.get("Allow")).toBe("PATCH, DELETE");
    await sleep(room);
    expect(await json(`/r/${room}`)).toMatchObject({ messages: [{ seq: 1, body: null }] });
  });
});

it("what ann did is still something that she did when she puts it otherwise over HTTP", async () => {
  const room = freshRoom();
  const ann = await enter({ room, name: "Ann" });
  await ann.act({ kind: "send", body: { text: "waves", me: true } });
  await ann.say("hi");
  for (const seq of [1, 2])
    await get(
      `/r/${room}/${seq}`,
      { Cookie: ann.cookie, "Content-Type": "text/plain" },
      { method: "PATCH", body: "bows" },
    );
  const { messages }: { messages: object[] } = await (await get(`/r/${room}`, JSON_ONLY)).json();
  expect(messages).toMatchObject([{ body: { text: "bows", me: true } }, { body: { text: "bows" } }]);
  expect(messages[1]).not.toMatchObject({ body: { me: true } });
});

it("an edit over HTTP that comes again is the same one, though what ann did is nothing that she did by now", async () => {
  const room = freshRoom();
  const ann = await enter({ room, name: "Ann" });
  await ann.act({ kind: "send", body: { text: "waves", me: true } });
  const edit = async () => {
    const headers = { Cookie: ann.cookie, "Content-Type": "text/plain", "Idempotency-Key": "bow" };
    return (await get(`/r/${room}/1`, headers, { method: "PATCH", body: "bows" })).json();
  };
  const first = await edit();
  await ann.act({ kind: "edit", target: 1, body: { text: "hello" } });
  expect(await edit()).toEqual(first);
});

it.each([
  ["a room with nothing in it", 0],
  ["the head", 3],
])("who waits at %s costs the room no page", async (_, said) => {
  const room = freshRoom();
  const ann = await enter({ room, name: "Ann" });
  for (let n = 1; n <= said; n++) await ann.say(`line ${n}`);
  const welcomes: string[] = [];
  const send = WebSocket.prototype.send;
  vi.spyOn(WebSocket.prototype, "send").mockImplementation(function (this: WebSocket, data) {
    if (String(data).includes('"welcome"')) welcomes.push(String(data));
    return send.call(this, data);
  });
  const waiting = get(`/r/${room}?since=${said}&wait=20`, JSON_ONLY);
  await until(() => expect(ann.frames("roster").at(-1)?.count).toBe(2));
  await ann.say("and then");
  const reading = await (await waiting).json();
  vi.restoreAllMocks();
  expect(reading).toMatchObject({ events: [{ body: { text: "and then" } }] });
  expect(reading).not.toHaveProperty("last");
  expect(welcomes.map((text) => JSON.parse(text).page)).toEqual([undefined]);
});

describe("a question that can't be read", () => {
  it.each([
    ["since=x", "bad_cursor"],
    ["since=-1", "bad_cursor"],
    ["before=0", "bad_query"],
    ["before=x", "bad_query"],
    ["limit=0", "bad_query"],
    ["limit=201", "bad_query"],
    ["limit=1e2", "bad_query"],
    ["wait=26&since=0", "bad_query"],
    ["wait=5", "bad_query"],
    ["since=1&before=2", "bad_query"],
  ])("?%s is refused as %s, by each reader", async (query, code) => {
    for (const Accept of ["text/plain", "application/json", "text/markdown", "text/event-stream"]) {
      const answer = await get(`/r/lobby?${query}`, { Accept });
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({ error: { code } });
    }
  });
});

it.each(["limit=5", "before=7", "wait=5&since=0"])(
  "a stream, which begins at a place and has no end, is refused for ?%s",
  async (query) => {
    const answer = await get(`/r/${freshRoom()}?${query}`, STREAM);
    expect([answer.status, await answer.json()]).toMatchObject([400, { error: { code: "bad_query" } }]);
  },
);

describe("a script in a page of another site", () => {
  const Origin = "https://elsewhere.example";

  it("may come with a token, and read the answer; no answer allows a cookie", async () => {
    const room = freshRoom();
    const asked = {
      Origin,
      "Access-Control-Request-Method": "POST",
      "Access-Control-Request-Headers": "authorization",
    };
    const preflight = await get(`/r/${room}`, asked, { method: "OPTIONS" });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(preflight.headers.get("Access-Control-Allow-Headers")).toContain("Authorization");
    const answer = await get(`/r/${room}`, { Origin, Authorization: "Basic Og==", ...JSON_ONLY });
    expect(answer.headers.get("Access-Control-Allow-Origin")).toBe("*");
    for (const each of [preflight, answer]) expect(each.headers.get("Access-Control-Allow-Credentials")).toBeNull();
    await answer.text();
  });

  it("without one is told nothing that its browser would show it", async () => {
    const asked = {
      Origin,
      "Access-Control-Request-Method": "PATCH",
      "Access-Control-Request-Headers": "content-type",
    };
    const preflight = await get("/r/lobby/1", asked, { method: "OPTIONS" });
    const answer = await get("/r/lobby", { Origin, Cookie: `__Host-parlor=${"a".repeat(43)}`, ...JSON_ONLY });
    for (const each of [preflight, answer]) expect(each.headers.get("Access-Control-Allow-Origin")).toBeNull();
    await answer.text();
  });
});
