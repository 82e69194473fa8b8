// Web Push as a whole: a room, and a push service that checks who signs and reads what its browsers would.
import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, type onTestFinished, test } from "vitest";
import WebSocket from "ws";
import { openServer } from "../support/house.ts";
import { openPushService, type PushService } from "../support/push-service.ts";
import { folder, type Served, serve, until } from "../support/serve.ts";

const env = { PARLOR_PRIVATE_HOOKS: "on", PARLOR_LIMITS: "off", PARLOR_CONTACT: "mailto:ann@chat.example" };

/** Where all are that kill nothing: most of these tests is waiting, and so they wait side by side. */
const server = openServer(env, "counted");

/** A push service of one test's own. */
async function own(finished: typeof onTestFinished) {
  const service = await openPushService();
  finished(() => service.close());
  return {
    service,
    bodies: () => service.delivered.map(({ what }) => Reflect.get(Object(what), "body")),
  };
}

/** Somebody with a cookie, in one room. */
function person(url: string, room: string, name: string, service: PushService) {
  const cookie = `__Host-parlor=${randomBytes(32).toString("base64url")}`;
  const at = `${url}/r/${room}`;
  const ask = (path: string, method: string, body: object) =>
    fetch(at + path, {
      method,
      headers: { Cookie: cookie, "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
  return {
    says: async (text: string) => expect((await ask("", "POST", { text, name })).status).toBe(201),
    async asks(choice: string) {
      const subscription = service.subscription();
      expect((await ask("/push", "PUT", { ...subscription, choice })).status).toBe(204);
      return subscription.endpoint;
    },
    /** Comes in by a socket, and says frames there. */
    async comesIn(finished: typeof onTestFinished) {
      const socket = new WebSocket(at.replace("http", "ws"), "parlor.v1", { headers: { Cookie: cookie } });
      finished(() => socket.terminate());
      let welcomed = false;
      socket.on("message", (data) => (welcomed ||= String(data).includes('"welcome"')));
      socket.on("open", () => socket.send(JSON.stringify({ type: "hello" })));
      await until(() => welcomed);
      return (frame: object) => socket.send(JSON.stringify(frame));
    },
  };
}

/** Longer than a room gathers what is said, and pauses after it has pushed. */
const aWhile = () => sleep(7_000);

async function lobby({ url }: Pick<Served, "url">, service: PushService) {
  const room = `room-${randomBytes(6).toString("hex")}`;
  return { room, ann: person(url, room, "Ann", service), bo: person(url, room, "Bo", service) };
}

test.concurrent("what is pushed is signed with the key that was told, encrypted to the browser, and says what was said", async ({
  onTestFinished,
}) => {
  const { service } = await own(onTestFinished);
  const served = server();
  const { room, ann, bo } = await lobby(served, service);
  const { key } = await (await fetch(`${served.url}/r/${room}/push`)).json();
  await ann.says("hello");
  const endpoint = await ann.asks("mentions");
  const cleo = person(served.url, room, "Cleo", service);
  await cleo.asks("all");
  await bo.says("nothing for Ann");
  await bo.says("@ann, are you there?");
  const hers = () => service.delivered.filter((each) => each.endpoint === endpoint);
  await until(() => hers().length > 0);
  expect(hers()[0]).toMatchObject({
    ...{ key, what: { room, seq: 3, title: "Bo", body: "@ann, are you there?", mention: true } },
    headers: { urgency: "high", ttl: "86400" },
  });
  await aWhile();
  expect(hers()).toHaveLength(1);
  expect(service.delivered.length).toBeGreaterThan(1);
});

test.concurrent("nobody is pushed to while they look, and a browser that is gone is asked no more", async ({
  onTestFinished,
}) => {
  const { service, bodies } = await own(onTestFinished);
  const served = server();
  const { ann, bo } = await lobby(served, service);
  const says = await ann.comesIn(onTestFinished);
  await ann.asks("all");
  await bo.says("she sees this");
  await aWhile();
  expect(service.asked).toBe(0);
  says({ type: "looking", on: false });
  await bo.says("and not this");
  await until(() => service.delivered.length === 1);
  expect(bodies()).toEqual(["and not this"]);
  service.answers = 410;
  await bo.says("is anybody there?");
  await until(() => service.asked === 2);
  service.answers = undefined;
  await bo.says("no");
  await aWhile();
  expect(service.asked).toBe(2);
});

test.concurrent("a server that is killed between the message and the push pushes when it is back, with the same key", async ({
  onTestFinished,
}) => {
  const { service, bodies } = await own(onTestFinished);
  const dir = folder(onTestFinished);
  const killed = await serve(dir, { env });
  const { room, ann, bo } = await lobby(killed, service);
  await ann.asks("all");
  const { key } = await (await fetch(`${killed.url}/r/${room}/push`)).json();
  await bo.says("before the kill");
  await killed.kill9All();
  expect(service.asked).toBe(0);
  const next = await serve(dir, { env, port: killed.port });
  await until(() => service.delivered.length > 0);
  expect(bodies()).toEqual(["before the kill"]);
  expect(service.delivered[0]?.key).toBe(key);
  await next.stop();
});

test.concurrent("where its push service has no time it is tried again, and the room sleeps meanwhile", async ({
  onTestFinished,
}) => {
  const { service, bodies } = await own(onTestFinished);
  const served = server();
  const { room, ann, bo } = await lobby(served, service);
  await ann.asks("all");
  service.answers = 503;
  await bo.says("hello");
  await until(() => service.asked === 1);
  const made = async () => Number(Reflect.get(await (await fetch(`${served.url}/counts/${room}`)).json(), "made"));
  const before = await made();
  service.answers = undefined;
  await until(() => service.delivered.length === 1, 45_000);
  expect(bodies()).toEqual(["hello"]);
  // It was made anew for that, for it had slept.
  expect(await made()).toBe(before + 1);
});
