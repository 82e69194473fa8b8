import { runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { pushBrowser } from "../support/push-browser.ts";
import { enter, freshRoom, get, objectOf, rowsOf, sleep, type Visitor, type Warmth } from "./visitor.ts";

interface Push {
  endpoint: string;
  headers: Headers;
  body: Uint8Array;
  at: number;
}

/** What the push services were asked, and how they answer. */
let pushes: Push[] = [];
let answer = (_endpoint: string): Response | Promise<Response> => new Response(null, { status: 201 });

beforeEach(() => {
  pushes = [];
  answer = () => new Response(null, { status: 201 });
  vi.stubGlobal("fetch", async (endpoint: string, init: RequestInit) => {
    const request = new Request(endpoint, init);
    const { headers } = request;
    pushes.push({ endpoint, headers, body: new Uint8Array(await request.arrayBuffer()), at: Date.now() });
    return answer(endpoint);
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const { keys, read } = pushBrowser();
let browsers = 0;
/** A browser's address at a push service. */
function freshEndpoint(): string {
  browsers += 1;
  return `https://push.example/send/${browsers}`;
}

type Method = "GET" | "PUT" | "DELETE";
const ask = (room: string, cookie: string, method: Method, body?: object, headers = {}) =>
  get(
    `/r/${room}/push`,
    { ...(cookie !== "" && { Cookie: cookie }), ...headers },
    { method, ...(body && { body: JSON.stringify(body) }) },
  );

/** Asks to be told, from a browser that goes on looking until it says otherwise. */
async function asks(room: string, who: Visitor, choice: string, endpoint = freshEndpoint()): Promise<string> {
  expect((await ask(room, who.cookie, "PUT", { endpoint, keys, choice })).status).toBe(204);
  return endpoint;
}

/** A second goes by, and the alarm rings. Says what was pushed by it. */
async function rings(room: string): Promise<Push[]> {
  pushes = [];
  const now = Date.now.bind(Date);
  const later = vi.spyOn(Date, "now").mockImplementation(() => now() + 1_000);
  await runDurableObjectAlarm(objectOf(room));
  later.mockRestore();
  return pushes;
}
const said = (all: readonly Push[]) => all.map(({ endpoint, body }) => [endpoint, read(body)]);
/** The room forgets when it last pushed, and its pauses with it. */
const rest = sleep;

/** The room's row of how far everybody was told, and rows of the subscriptions. */
const table = (room: string, name: string): Promise<Record<string, unknown>[]> =>
  runInDurableObject(objectOf(room), (_, { storage }) => storage.sql.exec(`SELECT * FROM ${name}`).toArray());

describe.each<Warmth>(["warm", "evicted"])("ann, who asked a room that is %s to tell her", (warmth) => {
  async function annAndBo(choice: string) {
    const room = freshRoom();
    const ann = await enter({ room, name: "Ann", warmth });
    const bo = await enter({ room, name: "Bo", warmth });
    await ann.say("hello");
    await bo.say("hello, Ann");
    const endpoint = await asks(room, ann, choice);
    return { room, ann, bo, endpoint };
  }

  it("hears the latest that was said while she doesn't look, once, encrypted to her browser", async () => {
    const { room, ann, bo, endpoint } = await annAndBo("all");
    await ann.send({ type: "looking", on: false });
    await bo.say("one");
    const seq = await bo.say("two\n lines");
    const told = await rings(room);
    expect(said(told)).toEqual([[endpoint, { room, seq, title: "Bo", body: "two lines", mention: false }]]);
    const [{ headers, body } = { headers: new Headers(), body: new Uint8Array() }] = told;
    expect(Object.fromEntries(headers)).toMatchObject({
      ...{ ttl: "86400", urgency: "normal", "content-encoding": "aes128gcm" },
      topic: expect.stringMatching(/^[\w-]{32}$/),
      authorization: expect.stringMatching(/^vapid t=[\w-]+\.[\w-]+\.[\w-]+, k=B[\w-]{86}$/),
    });
    expect(body.length).toBe(4096);
    await rest(room);
    expect(await rings(room)).toEqual([]);
  });

  it("hears nothing while she looks in any of her tabs, and again when the last looks away", async () => {
    const { room, ann, bo } = await annAndBo("all");
    const tab = await enter({ room, cookie: ann.cookie, warmth });
    await tab.send({ type: "looking", on: false });
    await bo.say("she sees this");
    expect(await rings(room)).toEqual([]);
    await rest(room);
    await ann.send({ type: "looking", on: false });
    await bo.say("and not this");
    expect(await rings(room)).toHaveLength(1);
    await rest(room);
    await tab.send({ type: "looking", on: true });
    await bo.say("this again");
    expect(await rings(room)).toEqual([]);
  });

  it("who asked for mentions hears of those only, and of them first and urgently; of her own words never", async () => {
    const { room, ann, bo } = await annAndBo("mentions");
    await ann.leave();
    await bo.say("nothing for her");
    await bo.say("@Anna neither");
    expect(await rings(room)).toEqual([]);
    await rest(room);
    const seq = await bo.say("@ann, are you there?");
    await bo.say("no");
    const told = await rings(room);
    expect(said(told).map(([, what]) => what)).toEqual([
      { room, seq, title: "Bo", body: "@ann, are you there?", mention: true },
    ]);
    expect(told[0]?.headers.get("urgency")).toBe("high");
    await rest(room);
    const again = await enter({ room, cookie: ann.cookie, warmth });
    await again.send({ type: "looking", on: false });
    await again.say("@Ann, a note");
    expect(await rings(room)).toEqual([]);
  });

  it("is not taken for somebody here whose name goes on where hers ends", async () => {
    const { room, ann, bo } = await annAndBo("mentions");
    await enter({ room, name: "Ann Lee", warmth });
    await ann.leave();
    await bo.say("@Ann Lee, come!");
    expect(await rings(room)).toEqual([]);
  });

  it("hears no words that were taken back or put otherwise meanwhile", async () => {
    const { room, ann, bo } = await annAndBo("all");
    await ann.leave();
    const seq = await bo.say("secrte");
    await bo.act({ kind: "edit", target: seq, body: { text: "secret" } });
    const slip = await bo.say("a slip");
    await bo.act({ kind: "delete", target: slip });
    expect(said(await rings(room)).map(([, what]) => what)).toEqual([
      { room, seq, title: "Bo", body: "secret", mention: false },
    ]);
  });

  it("hears no more once she has left, is banned, or has taken it back", async () => {
    for (const how of ["leave", "ban", "take back"]) {
      const room = freshRoom();
      const bo = await enter({ room, name: "Bo", warmth });
      await bo.act({ kind: "create" });
      const ann = await enter({ room, name: "Ann", warmth });
      await ann.say("hello");
      const endpoint = await asks(room, ann, "all");
      if (how === "leave") await ann.act({ kind: "leave" });
      if (how === "ban") await bo.act({ kind: "ban", who: ann.welcome.you.member, seconds: 60 });
      if (how === "take back") expect((await ask(room, ann.cookie, "DELETE", { endpoint })).status).toBe(204);
      expect(await rowsOf(room)).not.toContain(endpoint);
      await bo.say("good-bye");
      expect(await rings(room)).toEqual([]);
    }
  });

  it("hears nothing from a room that is closed to her by now, and of what is said once it is open", async () => {
    const room = freshRoom();
    const bo = await enter({ room, name: "Bo", warmth });
    await bo.act({ kind: "create" });
    const ann = await enter({ room, name: "Ann", warmth });
    await asks(room, ann, "all");
    await ann.leave();
    await bo.act({ kind: "rules", rules: { locked: true } });
    await bo.say("behind the door");
    expect(await rings(room)).toEqual([]);
    await rest(room);
    await bo.act({ kind: "rules", rules: { locked: false } });
    await bo.say("come in");
    expect(said(await rings(room))).toMatchObject([[expect.any(String), { body: "come in" }]]);
  });

  it("is forgotten where her browser is gone, and tried again where its push service has no time for us", async () => {
    const { room, ann, bo, endpoint } = await annAndBo("all");
    await ann.leave();
    answer = () => new Response("busy", { status: 503, headers: { "Retry-After": "90" } });
    await bo.say("first");
    await rings(room);
    const [row] = await table(room, "pushes");
    expect(row).toMatchObject({ endpoint, tries: 1 });
    expect(Number(row?.due) - Date.now()).toBeGreaterThan(80_000);
    // Not before its time.
    await bo.say("second");
    await rest(room);
    expect(await rings(room)).toEqual([]);
    await runInDurableObject(objectOf(room), (_, { storage }) => void storage.sql.exec("UPDATE pushes SET due = 1"));
    await rest(room);
    answer = () => new Response(null, { status: 201 });
    await runInDurableObject(objectOf(room), (_, { storage }) => storage.setAlarm(Date.now() + 60_000));
    expect(said(await rings(room))).toMatchObject([[endpoint, { body: "second" }]]);
    expect(await table(room, "pushes")).toMatchObject([{ tries: 0, due: 0 }]);
    await rest(room);
    answer = () => new Response(null, { status: 410 });
    await bo.say("third");
    expect(await rings(room)).toHaveLength(1);
    expect(await table(room, "pushes")).toEqual([]);
  });

  it("finds in her file which push services hear of her, and nothing stays in a room that was deleted", async () => {
    const { room, ann, endpoint } = await annAndBo("mentions");
    const mine = await (await get(`/r/${room}/mine`, { Cookie: ann.cookie })).json();
    expect(mine).toMatchObject({ pushes: [{ service: "https://push.example", choice: "mentions" }] });
    expect(JSON.stringify(mine)).not.toContain(endpoint);
    const other = freshRoom();
    const owner = await enter({ room: other, name: "Ann", warmth });
    await owner.act({ kind: "create" });
    await asks(other, owner, "all");
    expect((await get(`/r/${other}`, { Cookie: owner.cookie }, { method: "DELETE" })).status).toBe(204);
    expect(await rowsOf(other)).not.toContain("push.example");
  });
});

it("the key is the same in every room, and stays the same", async () => {
  const one = await (await ask(freshRoom(), "", "GET")).json();
  expect(one).toEqual({ key: expect.stringMatching(/^B[\w-]{86}$/) });
  expect(await (await ask(freshRoom(), "", "GET")).json()).toEqual(one);
});

it("only a person in a page of ours asks for it, from a browser at a push service out there", async () => {
  const room = freshRoom();
  const ann = await enter({ room, name: "Ann" });
  const wish = { endpoint: freshEndpoint(), keys, choice: "all" };
  const asked = async (body: object, cookie = ann.cookie, headers = {}) =>
    (await ask(room, cookie, "PUT", body, headers)).status;
  expect(await asked(wish, "")).toBe(403);
  expect(await asked(wish, ann.cookie, { Origin: "https://evil.example" })).toBe(403);
  expect(await asked(wish, "", { Authorization: "Bearer the-secret-of-the-operator" })).toBe(403);
  for (const endpoint of ["http://push.example/1", "https://127.0.0.1/1", "https://localhost/1", "push"])
    expect(await asked({ ...wish, endpoint })).toBe(400);
  expect(await asked({ ...wish, choice: "off" })).toBe(400);
  expect(await asked({ ...wish, keys: { ...keys, auth: "short" } })).toBe(400);
  expect(await asked(wish)).toBe(204);
  await ann.act({ kind: "create" });
  await ann.act({ kind: "rules", rules: { locked: true } });
  const bo = await get(`/r/${room}`, { Accept: "application/json" });
  const [cookie = ""] = bo.headers.get("Set-Cookie")?.split(";") ?? [];
  expect(await asked({ ...wish, endpoint: freshEndpoint() }, cookie || `__Host-parlor=${"b".repeat(43)}`)).toBe(403);
  expect((await get(`/r/${room}/push`, {}, { method: "POST" })).status).toBe(405);
});

it("the same again writes nothing, and of eleven browsers of one person the oldest is forgotten", async () => {
  const room = freshRoom();
  const ann = await enter({ room, name: "Ann" });
  const first = await asks(room, ann, "all");
  const before = await rowsOf(room);
  await asks(room, ann, "all", first);
  expect(await rowsOf(room)).toBe(before);
  await asks(room, ann, "mentions", first);
  expect(await table(room, "pushes")).toMatchObject([{ endpoint: first, choice: "mentions" }]);
  await new Promise((resolve) => setTimeout(resolve, 5));
  for (let n = 0; n < 10; n += 1) await asks(room, ann, "all");
  const left = await table(room, "pushes");
  expect(left).toHaveLength(10);
  expect(left.map(({ endpoint }) => endpoint)).not.toContain(first);
});

it("what a message costs: no row without a subscription, and with a hundred one a run, but for those that fail", async () => {
  const room = freshRoom();
  const bo = await enter({ room, name: "Bo" });
  const written = () =>
    runInDurableObject(objectOf(room), (instance) => {
      const core: unknown = Reflect.get(instance, "core");
      return Number(Reflect.get(Object(Reflect.get(Object(core), "database")), "rowsWritten"));
    });
  const costs = async (act: () => Promise<unknown>) => {
    const before = await written();
    await act();
    return (await written()) - before;
  };
  await bo.say("first");
  const plain = await costs(() => bo.say("second"));
  const hall = await Promise.all(Array.from({ length: 100 }, () => enter({ room })));
  const ends: string[] = [];
  for (const seat of hall) ends.push(await asks(room, seat, "all"));
  for (const seat of hall) await seat.leave();
  expect(await costs(() => bo.say("third"))).toBe(plain);
  const told: string[] = [];
  for (let run = 0; run < 5; run += 1) {
    expect(await costs(async () => told.push(...(await rings(room)).map(({ endpoint }) => endpoint)))).toBe(1);
  }
  expect(told.toSorted()).toEqual(ends.toSorted());
  expect(await costs(() => rings(room))).toBe(0);
  await rest(room);
  answer = (endpoint) => new Response(null, { status: endpoint === ends[0] ? 500 : 201 });
  await bo.say("fourth");
  let all = 0;
  for (let run = 0; run < 5; run += 1) all += await costs(() => rings(room));
  expect(all).toBe(6);
});

it("what is said is told with what is said in the next second, also in a room whose webhooks are told of each line", async () => {
  const room = freshRoom();
  const bo = await enter({ room, name: "Bo" });
  await bo.act({ kind: "create" });
  const ann = await enter({ room, name: "Ann" });
  const endpoint = await asks(room, ann, "all");
  await ann.leave();
  const hook = JSON.stringify({ name: "Archive", url: "https://archive.example/" });
  expect((await get(`/r/${room}/hooks`, { Cookie: bo.cookie }, { method: "POST", body: hook })).status).toBe(201);
  const began = Date.now();
  for (const text of ["one", "two", "three"]) await bo.say(text);
  await expect.poll(() => pushes.filter((push) => push.endpoint === "https://archive.example/").length).toBe(3);
  await expect.poll(() => pushes.map((push) => push.endpoint)).toContain(endpoint);
  expect((pushes.find((push) => push.endpoint === endpoint)?.at ?? 0) - began).toBeGreaterThanOrEqual(990);
});

it("after a push that took its time, no timer keeps the room awake", async () => {
  const room = freshRoom();
  const ann = await enter({ room, name: "Ann" });
  const bo = await enter({ room, name: "Bo" });
  await asks(room, ann, "all");
  await ann.leave();
  await bo.say("hello");
  expect(await rings(room)).toHaveLength(1);
  const began = Date.now();
  await sleep(room);
  expect(Date.now() - began).toBeLessThan(2_000);
});
