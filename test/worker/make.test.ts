import { env } from "cloudflare:workers";
import { expect, it } from "vitest";
import app from "../../src/worker/index.ts";
import { freshRoom, ORIGIN } from "../room/visitor.ts";

/** A deployment in which each address may make so many rooms. */
function deployment(most: number) {
  const counts = new Map<string, number>();
  const MAKERS: RateLimit = {
    async limit({ key }) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
      return { success: (counts.get(key) ?? 0) <= most };
    },
  };
  const always: RateLimit = { limit: async () => ({ success: true }) };
  const limited = { ...env, PARLOR_LIMITS: "on", MAKERS, DOORS: always, SESSIONS: always };
  const context = { waitUntil: () => {}, passThroughOnException: () => {}, props: {} };
  return (address: string) => {
    const ask = (room: string, path: string, init: RequestInit, more: Record<string, string> = {}) => {
      const headers = { "CF-Connecting-IP": address, ...more };
      return app.request(`${ORIGIN}/r/${room}${path}`, { ...init, headers }, limited, context);
    };
    const body = JSON.stringify({ kind: "create" });
    return {
      create: (room: string) => ask(room, "/ops", { method: "POST", body }),
      say: (room: string) => ask(room, "", { method: "POST", body: "hi" }),
      read: (room: string) => ask(room, "", {}, { Accept: "application/json" }),
      session: (room: string) => ask(room, "/sessions?poll", { method: "POST" }),
      push: (room: string) => {
        const keys = { p256dh: `B${"A".repeat(86)}`, auth: "A".repeat(22) };
        const body = JSON.stringify({ endpoint: "https://push.example/ann", keys, choice: "all" });
        return ask(room, "/push", { method: "PUT", body }, { Cookie: `__Host-parlor=${"a".repeat(43)}` });
      },
      /** The first that is heard on a socket there, after a hello. */
      async enter(room: string): Promise<unknown> {
        const answer = await ask(room, "", {}, { Upgrade: "websocket", "Sec-WebSocket-Protocol": "parlor.v1" });
        const socket = answer.webSocket;
        const heard = new Promise((resolve) => socket?.addEventListener("message", ({ data }) => resolve(data)));
        socket?.accept();
        socket?.send(JSON.stringify({ type: "hello", name: "Ann" }));
        return JSON.parse(String(await heard));
      },
    };
  };
}

const slower = { type: "refused", code: "too_fast", retryAfter: 60 };

it("one address makes so many rooms and is told to wait, whichever way; rooms that are there don't count, nor does reading", async () => {
  const from = deployment(3);
  const ann = from("203.0.113.31");
  const [first, second, third, fourth] = [freshRoom(), freshRoom(), freshRoom(), freshRoom()];
  expect((await ann.create(first)).status).toBe(201);
  expect((await ann.say(second)).status).toBe(201);
  for (const room of [first, second]) expect((await ann.say(room)).status).toBe(201);
  expect(await ann.enter(second)).toMatchObject({ type: "welcome" });
  expect(await ann.enter(third)).toMatchObject({ type: "welcome", head: 0 });
  for (const refused of [
    await ann.create(fourth),
    await ann.say(fourth),
    await ann.session(fourth),
    await ann.push(fourth),
  ])
    expect([refused.status, refused.headers.get("Retry-After")]).toEqual([429, "60"]);
  // None of two that come together is let in by the other.
  expect(await Promise.all([ann.enter(fourth), ann.enter(fourth)])).toEqual([slower, slower]);
  expect((await ann.read(fourth)).status).toBe(200);
  expect((await ann.say(first)).status).toBe(201);
  expect((await ann.push(first)).status).toBe(204);
  expect((await from("203.0.113.32").create(fourth)).status).toBe(201);
  expect((await ann.say(fourth)).status).toBe(201);
});

it("a hall that waits in one room for who makes it counts as one", async () => {
  const hall = deployment(1)("203.0.113.33");
  const room = freshRoom();
  for (let n = 0; n < 20; n += 1) expect(await hall.enter(room)).toMatchObject({ type: "welcome", head: 0 });
  expect((await hall.create(room)).status).toBe(201);
});
