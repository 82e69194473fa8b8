import { env } from "cloudflare:workers";
import { expect, it } from "vitest";
import app from "../../src/worker/index.ts";
import { freshRoom, ORIGIN } from "../room/visitor.ts";

/** A limiter that takes so many of each key. */
function takes(most: number): RateLimit {
  const counts = new Map<string, number>();
  return {
    async limit({ key }) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
      return { success: (counts.get(key) ?? 0) <= most };
    },
  };
}

const limited = { ...env, PARLOR_LIMITS: "on", DOORS: takes(40), SESSIONS: takes(20) };

/** Somebody in a hall that has one address. */
function asker(room: string, address: string, person: number, limiters: { SESSIONS?: RateLimit } = {}) {
  const headers = {
    "CF-Connecting-IP": address,
    Cookie: `__Host-parlor=${String(person).padStart(43, "x")}`,
  };
  return (path: string, init: RequestInit = {}) =>
    app.request(
      `${ORIGIN}/r/${room}${path}`,
      { ...init, headers },
      { ...limited, ...limiters },
      {
        waitUntil: () => {},
        passThroughOnException: () => {},
        props: {},
      },
    );
}

it("a lecture hall of pollers behind one address floods nothing, and one session that does is told to wait", async () => {
  const room = freshRoom();
  const people = Array.from({ length: 5 }, (_, n) => asker(room, "203.0.113.20", n));
  const ids = await Promise.all(
    people.map(async (ask) => {
      const answer = await ask("/sessions?poll", { method: "POST" });
      return /data: (\S+)/.exec(await answer.text())?.[1] ?? "";
    }),
  );
  const tell = { method: "POST", body: '{"type":"ping"}' };
  const statuses = await Promise.all(
    people.flatMap((ask, n) => Array.from({ length: 10 }, async () => (await ask(`/sessions/${ids[n]}`, tell)).status)),
  );
  expect(new Set(statuses)).toEqual(new Set([204]));
  const [ann] = people;
  expect((await ann?.("", {}))?.status).toBe(200);
  const more = Array.from({ length: 15 }, async () => (await ann?.(`/sessions/${ids[0]}`, tell))?.status);
  expect((await Promise.all(more)).filter((status) => status === 429)).toHaveLength(5);
  expect((await people[1]?.(`/sessions/${ids[1]}`, tell))?.status).toBe(204);
});

it("who makes ids of sessions up is soon not heard, and another house is", async () => {
  const room = freshRoom();
  const ask = asker(room, "203.0.113.21", 1);
  const made = (n: number) => `/sessions/${String(n).padStart(22, "0")}`;
  const tell = { method: "POST", body: "{}" };
  const first = await Promise.all(Array.from({ length: 50 }, async (_, n) => (await ask(made(n), tell)).status));
  expect(first.filter((status) => status === 410).length).toBeGreaterThanOrEqual(40);
  expect((await ask(made(2000), tell)).status).toBe(429);
  expect((await asker(room, "203.0.113.22", 1)(made(2000), tell)).status).toBe(410);
});

it("one session is heard six hundred times a minute, and another of the same house after that too", async () => {
  // The limiter begins anew with each minute: not in the middle of this.
  const left = 60_000 - (Date.now() % 60_000);
  if (left < 5_000) await scheduler.wait(left);
  const people = [1, 2].map((person) => asker(freshRoom(), "203.0.113.23", person, { SESSIONS: env.SESSIONS }));
  // An id that is none: it is counted, and wakes no room.
  const asks = Array.from({ length: 610 }, async () => (await people[0]?.("/sessions/none"))?.status);
  const statuses = await Promise.all(asks);
  expect([410, 429].map((each) => statuses.filter((status) => status === each).length)).toEqual([600, 10]);
  expect((await people[0]?.("/sessions/none"))?.headers.get("Retry-After")).toBe("60");
  expect((await people[1]?.("/sessions/none"))?.status).toBe(410);
});
