import { expect, it } from "vitest";
import { parseDown } from "../../src/protocol/down.ts";
import { enter, freshRoom, get, sleep, until } from "../room/visitor.ts";

const HERS = { Cookie: `__Host-parlor=${"a".repeat(43)}` };
const HIS = { Cookie: `__Host-parlor=${"b".repeat(43)}` };

interface Heard {
  /** Frames that came, and the session's id. */
  id: string;
  frames: string[];
}

function read(text: string): Heard {
  const events = text.split("\n\n").filter((event) => event !== "");
  const id = events.flatMap((event) => /^event: session\ndata: (.*)$/.exec(event)?.[1] ?? []).at(-1) ?? "";
  return { id, frames: events.flatMap((event) => /^data: (.*)$/.exec(event)?.[1] ?? []) };
}

const types = (frames: string[]) => frames.map((frame) => parseDown(frame)?.type);
const texts = (frames: string[]) =>
  frames
    .map(parseDown)
    .flatMap((frame) => (frame?.type === "events" ? frame.events : []))
    .flatMap((event) => (event.kind === "send" ? (event.body?.text ?? "") : []));

/** Ann, who has no socket and polls. */
async function polls(room: string, who = HERS) {
  const at = `/r/${room}/sessions`;
  const { id } = read(await (await get(`${at}?poll`, who, { method: "POST" })).text());
  return {
    id,
    poll: async () => {
      const answer = await get(`${at}/${id}`, who);
      return { status: answer.status, ...read(await answer.text()) };
    },
    tell: async (...frames: object[]) => {
      const body = frames.map((frame) => JSON.stringify(frame)).join("\n");
      return (await get(`${at}/${id}`, who, { method: "POST", body })).status;
    },
    leave: async () => (await get(`${at}/${id}`, who, { method: "DELETE" })).status,
  };
}

const send = (text: string) => ({ type: "ops", ops: [{ id: crypto.randomUUID(), kind: "send", body: { text } }] });

/** Polls until so many messages have come. */
async function hears({ poll }: Awaited<ReturnType<typeof polls>>, messages: number): Promise<string[]> {
  const heard: string[] = [];
  while (heard.length < messages) heard.push(...texts((await poll()).frames));
  return heard;
}

async function annAndBo() {
  const room = freshRoom();
  const bo = await enter({ room, name: "Bo", cookie: HIS.Cookie });
  const ann = await polls(room);
  expect(await ann.tell({ type: "hello", name: "Ann", credit: true })).toBe(204);
  expect(types((await ann.poll()).frames)).toContain("welcome");
  return { room, ann, bo };
}

it("ann polls, is here like anybody, and talks with bo", async () => {
  const { ann, bo } = await annAndBo();
  await until(() => expect(bo.frames("roster").at(-1)?.count).toBe(2));
  expect(await ann.tell(send("hi"), send("it's me"))).toBe(204);
  await until(() => expect(bo.texts).toEqual(["hi", "it's me"]));
  expect(await hears(ann, 2)).toEqual(["hi", "it's me"]);
  expect(await ann.leave()).toBe(204);
  await until(() => expect(bo.frames("roster").at(-1)?.count).toBe(1));
  expect((await ann.poll()).status).toBe(410);
  expect(await ann.tell(send("too late"))).toBe(410);
});

it("what is said between two polls waits for the next, in order", async () => {
  const { ann, bo } = await annAndBo();
  await bo.say("one");
  await bo.say("two");
  const two = await hears(ann, 2);
  await bo.say("three");
  expect([...two, ...(await hears(ann, 1))]).toEqual(["one", "two", "three"]);
});

it("who is shown out between two polls is told so, and has no session any more", async () => {
  const room = freshRoom();
  const owner = await enter({ room, name: "Bo", cookie: HIS.Cookie });
  await owner.act({ kind: "create" });
  const ann = await polls(room);
  await ann.tell({ type: "hello", name: "Ann", credit: true });
  const welcome = (await ann.poll()).frames.map(parseDown).find((frame) => frame?.type === "welcome");
  await owner.act({ kind: "kick", who: welcome?.type === "welcome" ? welcome.you.member : "", reason: "enough" });
  const { frames } = await ann.poll();
  expect(parseDown(frames.at(-1) ?? "")).toMatchObject({ type: "refused", code: "kicked", reason: "enough" });
  expect((await ann.poll()).status).toBe(410);
});

it("a room that was put to sleep between two polls has no session any more, for it can't know what was missed", async () => {
  const { room, ann } = await annAndBo();
  await sleep(room);
  expect((await ann.poll()).status).toBe(410);
});

it("a room that was put to sleep under a stream goes on with it, and hears what is posted", async () => {
  const room = freshRoom();
  const bo = await enter({ room, name: "Bo", cookie: HIS.Cookie, warmth: "evicted" });
  const at = `/r/${room}/sessions`;
  const gone = new AbortController();
  const stream = await get(at, HERS, { method: "POST", signal: gone.signal });
  expect(stream.headers.get("Content-Type")).toBe("text/event-stream; charset=utf-8");
  let text = "";
  const reader = stream.body?.getReader();
  const reading = (async () => {
    for (let part = await reader?.read(); part?.value; part = await reader?.read())
      text += new TextDecoder().decode(part.value);
  })().catch(() => {});
  await until(() => expect(read(text).id).toHaveLength(22));
  const tell = async (frame: object) => {
    await sleep(room);
    return get(`${at}/${read(text).id}`, HERS, { method: "POST", body: JSON.stringify(frame) });
  };
  expect((await tell({ type: "hello", name: "Ann", credit: true })).status).toBe(204);
  await until(() => expect(types(read(text).frames)).toContain("welcome"));
  await bo.say("hi");
  await until(() => expect(texts(read(text).frames)).toEqual(["hi"]));
  expect((await tell(send("hi, bo"))).status).toBe(204);
  await until(() => expect(bo.texts).toEqual(["hi", "hi, bo"]));
  // She goes without a word.
  await reader?.cancel();
  gone.abort();
  await reading;
  await until(() => expect(bo.frames("roster").at(-1)?.count).toBe(1));
});

it("nobody else gets at a session by its id, and a poll of it that is under way is its only one", async () => {
  const { room, ann, bo } = await annAndBo();
  const at = `/r/${room}/sessions/${ann.id}`;
  for (const method of ["GET", "POST", "DELETE"]) {
    const answer = await get(at, HIS, { method, ...(method === "POST" && { body: "{}" }) });
    expect(answer.status).toBe(410);
    expect(await answer.json()).toMatchObject({ error: { code: "no_session" } });
  }
  const waiting = ann.poll();
  await until(async () => expect((await get(at, HERS)).status).toBe(410));
  await bo.say("still here");
  const first = texts((await waiting).frames);
  expect(first.length > 0 ? first : await hears(ann, 1)).toEqual(["still here"]);
});

it.each([
  ["an id that is none", "GET", "/sessions/xyz", 410, "no_session"],
  ["an id of nobody", "POST", `/sessions/${"x".repeat(22)}`, 410, "no_session"],
  ["a HEAD", "HEAD", `/sessions/${"x".repeat(22)}`, 405, undefined],
  ["another method", "PUT", `/sessions/${"x".repeat(22)}`, 405, "bad_method"],
  ["a GET of all sessions", "GET", "/sessions", 405, "bad_method"],
])("refuses %s", async (_, method, path, status, code) => {
  const answer = await get(`/r/${freshRoom()}${path}`, HERS, { method });
  expect(answer.status).toBe(status);
  if (code !== undefined) expect(await answer.json()).toMatchObject({ error: { code } });
});

it("refuses frames that are too long together, and reads none of them", async () => {
  const { ann, room, bo } = await annAndBo();
  const body = `${JSON.stringify(send("first"))}\n${"x".repeat(64 * 1024)}`;
  const answer = await get(`/r/${room}/sessions/${ann.id}`, HERS, { method: "POST", body });
  expect(answer.status).toBe(413);
  await bo.say("and then");
  expect(bo.texts).toEqual(["and then"]);
  expect(await ann.tell(send("second"))).toBe(204);
});

it("tells what it can't read of a frame down the session, as it does over a socket", async () => {
  const { ann, room } = await annAndBo();
  await get(`/r/${room}/sessions/${ann.id}`, HERS, { method: "POST", body: "nonsense\n\n{}" });
  const refused = (await ann.poll()).frames.map(parseDown).filter((frame) => frame?.type === "refused");
  expect(refused).toMatchObject([
    { type: "refused", code: "not_json" },
    { type: "refused", code: "bad_frame" },
  ]);
});

it("lets nobody in who may not come in", async () => {
  const room = freshRoom();
  const owner = await enter({ room, name: "Bo", cookie: HIS.Cookie });
  await owner.act({ kind: "create" });
  await owner.act({ kind: "rules", rules: { locked: true } });
  const answer = await get(`/r/${room}/sessions`, HERS, { method: "POST" });
  expect(answer.status).toBe(403);
  expect(await answer.json()).toMatchObject({ error: { code: "locked" } });
});
