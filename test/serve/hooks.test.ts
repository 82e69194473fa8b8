// Outgoing webhooks for real: rooms that post to a receiver which is down, slow or odd, from a server that is killed. Most of
// that is waiting, and so they wait side by side.
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it, type onTestFinished } from "vitest";
import { openServer } from "../support/house.ts";
import { type Deed, receives, takes } from "../support/receiver.ts";
import { folder, type Served, serve, until } from "../support/serve.ts";

const env = { PARLOR_LIMITS: "off", PARLOR_PRIVATE_HOOKS: "on" };

/** A room with an owner, and a webhook that posts there. */
async function ownsRoom({ url }: Pick<Served, "url">, name: string, to: string) {
  const room = `${url}/r/${name}`;
  const created = await fetch(`${room}/ops`, { method: "POST", body: '{"kind":"create"}' });
  const headers = { Cookie: created.headers.get("Set-Cookie")?.split(";")[0] ?? "", "Content-Type": "text/plain" };
  const body = JSON.stringify({ name: "Archive", url: to });
  const made = await fetch(`${room}/hooks`, { method: "POST", headers, body });
  expect(made.status).toBe(201);
  const { secret } = await made.json();
  return {
    secret,
    say: async (text: string) => expect((await fetch(room, { method: "POST", headers, body: text })).status).toBe(201),
    lines: async () => (await fetch(room, { headers })).text(),
    last: async () => (await (await fetch(`${room}/hooks`, { headers })).json()).hooks[0].last,
  };
}

/** The first time it hears of one of these, it does something odd instead of taking it. */
const odd: Record<string, Deed> = {
  slow: async (_, response) => {
    await sleep(7000);
    response.writeHead(204).end();
    return false;
  },
  redirects: (_, response) => {
    response.writeHead(307, { Location: "/in" }).end();
    return false;
  },
  fails: (_, response) => {
    response.writeHead(500).end("no");
    return false;
  },
  floods: (_, response) => {
    response.writeHead(200, { "Content-Type": "text/plain" });
    const flood = () => void (response.destroyed || response.write("x".repeat(65_536), () => setImmediate(flood)));
    flood();
    return true;
  },
  replies: (_, response) => {
    response.writeHead(200, { "Content-Type": "text/plain" }).end("noted");
    return true;
  },
};

it.concurrent("whose receiver is down, slow, elsewhere, broken or a flood: all of it comes, in order, once by its id, signed", async ({
  onTestFinished,
}) => {
  const before = await receives(takes, 0, onTestFinished);
  await before.close();
  const port = Number(new URL(before.url).port);
  const dir = folder(onTestFinished);
  const server = await serve(dir, { env });
  const ann = await ownsRoom(server, "odd", before.url);
  const words = ["down", ...Object.keys(odd), "last"];
  await ann.say("down");
  await until(async () => (await ann.last()).length === 1);
  expect(await ann.last()).toMatchObject([{ status: "unreachable", tries: 1 }]);
  for (const word of words.slice(1)) await ann.say(word);
  const receiver = await receives(
    (letter, response, so) => {
      const first = so.every(({ id }) => id !== letter.id);
      return ((first ? odd[letter.said] : undefined) ?? takes)(letter, response, so);
    },
    port,
    onTestFinished,
  );
  receiver.secret = ann.secret;
  await until(() => receiver.taken().includes("last"), 90_000);
  expect(receiver.taken()).toEqual(words);
  expect(receiver.letters.every(({ signed }) => signed)).toBe(true);
  const seqs = receiver.letters.map(({ seq }) => seq);
  expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
  // Slow, elsewhere and broken came twice, and by the same id.
  expect(receiver.letters).toHaveLength(words.length + 3);
  expect(new Set(receiver.letters.map(({ id }) => id)).size).toBe(words.length);
  await until(async () => (await ann.last()).at(-1)?.status === 204);
  const flooded = (await ann.last()).find(({ unsaid }: { unsaid?: string }) => unsaid !== undefined);
  expect(flooded).toMatchObject({ status: 200, unsaid: "too_long" });
  expect((await ann.lines()).match(/: noted$/gm)).toHaveLength(1);
  expect(await server.stop()).toEqual({ code: 0, left: [] });
}, 150_000);

it.concurrent("that is killed between and during deliveries brings each, in order, and nobody has to wake its rooms", async ({
  onTestFinished,
}) => {
  const dir = folder(onTestFinished);
  const receiver = await receives(
    async (letter, response) => {
      // It has been heard, whether the room learns of that or not.
      await sleep(150);
      return takes(letter, response, []);
    },
    0,
    onTestFinished,
  );
  let server = await serve(dir, { env });
  const ann = await ownsRoom(server, "killed", receiver.url);
  receiver.secret = ann.secret;
  const words: string[] = [];
  for (let kill = 0; kill < 4; kill += 1) {
    for (let n = 0; n < 8; n += 1) {
      words.push(`${kill}.${n}`);
      await ann.say(`${kill}.${n}`);
    }
    // At once, so that it is as good as all to be delivered yet; later, in the midst; and when all is done.
    if (kill === 3) await until(() => receiver.taken().length === words.length);
    else await sleep(kill * 400);
    await server.kill9All();
    server = await serve(dir, { port: server.port, env });
  }
  await until(() => receiver.taken().length === words.length, 60_000);
  expect(receiver.taken()).toEqual(words);
  expect(receiver.letters.every(({ signed }) => signed)).toBe(true);
  expect(new Set(receiver.letters.map(({ id }) => id)).size).toBe(words.length);
  // What was being delivered then may come twice, and nothing else does.
  expect(receiver.letters.length).toBeLessThanOrEqual(words.length + 4);
  const first = [...new Map(receiver.letters.map(({ seq }) => [seq, seq])).values()];
  expect(first).toEqual([...first].sort((a, b) => a - b));
  expect(await server.stop()).toEqual({ code: 0, left: [] });
}, 150_000);

const counted = openServer(env, "counted");

/** A room whose receiver takes all but the first try of what is said twice. Gives also how often the room was made. */
async function sleeper(name: string, finished: typeof onTestFinished) {
  const receiver = await receives(
    (letter, response, before) => {
      if (letter.said !== "twice" || before.filter(({ said }) => said === "twice").length === 2) {
        return takes(letter, response, before);
      }
      response.writeHead(503).end();
      return false;
    },
    0,
    finished,
  );
  const made = async () => (await (await fetch(`${counted().url}/counts/${name}`)).json()).made;
  return { receiver, made, ann: await ownsRoom(counted(), name, receiver.url) };
}

it.concurrent("whose room sleeps between deliveries", async ({ onTestFinished }) => {
  const { receiver, made, ann } = await sleeper("between", onTestFinished);
  await ann.say("once");
  await until(() => receiver.taken().length === 1);
  expect(await made()).toBe(1);
  await sleep(13_000);
  await ann.say("again");
  await until(() => receiver.taken().length === 2);
  expect(await made()).toBe(2);
}, 120_000);

it.concurrent("whose room sleeps between two tries of one, and is woken by its alarm alone", async ({
  onTestFinished,
}) => {
  const { receiver, made, ann } = await sleeper("meanwhile", onTestFinished);
  await ann.say("twice");
  await until(() => receiver.letters.length === 2);
  expect(await made()).toBe(1);
  await until(() => receiver.taken().length === 1, 60_000);
  expect(await made()).toBe(2);
  expect(receiver.taken()).toEqual(["twice"]);
}, 120_000);
