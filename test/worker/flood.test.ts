import { listDurableObjectIds } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, it } from "vitest";
import app from "../../src/worker/index.ts";
import { freshRoom, ORIGIN } from "../room/visitor.ts";

it("one address that asks and asks is told to wait, before a room is woken; another house is not", {
  timeout: 60_000,
}, async () => {
  // The limiter begins anew with each minute: not in the middle of this.
  const left = 60_000 - (Date.now() % 60_000);
  if (left < 20_000) await scheduler.wait(left);
  const limited = { ...env, PARLOR_LIMITS: "on" };
  const ask = (address: string, init: RequestInit = {}, headers: Record<string, string> = {}) =>
    app.request(
      `${ORIGIN}/r/${freshRoom()}`,
      { ...init, headers: { "CF-Connecting-IP": address, ...headers } },
      limited,
    );
  // Nothing to record: it is refused before the room, but counted.
  const nothing = { method: "POST", body: " " };
  const answers = await Promise.all(Array.from({ length: 1300 }, () => ask("203.0.113.7", nothing)));
  const statuses = answers.map(({ status }) => status);
  expect(statuses.filter((status) => status === 400)).toHaveLength(1200);
  expect(statuses.filter((status) => status === 429)).toHaveLength(100);
  const before = (await listDurableObjectIds(env.ROOM)).length;
  const refused = await ask("203.0.113.7");
  expect([refused.status, refused.headers.get("Retry-After")]).toEqual([429, "60"]);
  const upgrade = { Upgrade: "websocket", "Sec-WebSocket-Protocol": "parlor.v1" };
  const answer = await ask("203.0.113.7", {}, upgrade);
  answer.webSocket?.accept();
  const said = await new Promise((resolve) =>
    answer.webSocket?.addEventListener("message", ({ data }) => resolve(data)),
  );
  expect(JSON.parse(String(said))).toEqual({ type: "refused", code: "too_fast", retryAfter: 60 });
  expect(await listDurableObjectIds(env.ROOM)).toHaveLength(before);
  expect((await ask("203.0.113.8")).status).toBe(200);
});
