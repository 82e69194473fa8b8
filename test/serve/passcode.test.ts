// Somebody guesses a room's passcode, ten thousand times, over many sockets at once.
import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, expect, test } from "vitest";
import WebSocket from "ws";
import { guesses } from "../../src/room/abuse.ts";
import { type Served, serve, until } from "../support/serve.ts";

const SOCKETS = 50;
const EACH = 200;

const dir = mkdtempSync(join(tmpdir(), "parlor-"));
let server: Served;

beforeAll(async () => {
  // The limits of speed would keep most of the guesses from ever being looked at.
  server = await serve(dir, { env: { PARLOR_LIMITS: "off", PARLOR_BEHIND_PROXY: "on" } });
});
afterAll(async () => {
  await server?.stop();
  rmSync(dir, { recursive: true, force: true });
});

/** How many wrong guesses the room has counted. */
function lookedAt(): number {
  const folder = join(dir, "do", "parlor-Room");
  const counts = readdirSync(folder)
    .filter((file) => file.endsWith(".sqlite") && file !== "metadata.sqlite")
    .map((file) => {
      const database = new DatabaseSync(join(folder, file), { readOnly: true });
      const [row] = database.prepare("SELECT wrong FROM guesses WHERE source = ''").all();
      database.close();
      return Number(row?.wrong);
    });
  return Math.max(...counts);
}

/** Guesses at the text door, and gives what the room said to each. */
async function guess(room: string, guesser: number): Promise<string[]> {
  const socket = new WebSocket(`${server.url.replace("http", "ws")}/r/${room}`, {
    headers: { "CF-Connecting-IP": `198.51.100.${guesser}` },
  });
  const heard: string[] = [];
  socket.on("message", (data) => heard.push(String(data)));
  await until(() => heard.length === 2);
  for (let n = 0; n < EACH; n += 1) socket.send(`/pass guess ${guesser} ${n}`);
  await until(() => heard.length === 2 + EACH);
  socket.close();
  return heard.slice(2);
}

test("ten thousand guesses from fifty addresses: the room looks at as many as it allows, and at none in vain", async () => {
  const room = randomBytes(16).toString("base64url");
  const cookie = `__Host-parlor=${randomBytes(32).toString("base64url")}`;
  const op = (wish: object) =>
    fetch(`${server.url}/r/${room}/ops`, { method: "POST", headers: { Cookie: cookie }, body: JSON.stringify(wish) });
  expect((await op({ kind: "create" })).status).toBe(201);
  expect((await op({ kind: "rules", rules: { pass: { code: "the right one" } } })).status).toBe(201);
  const began = Date.now();
  const heard = (await Promise.all(Array.from({ length: SOCKETS }, (_, n) => guess(room, n + 1)))).flat();
  const seconds = (Date.now() - began) / 1000;
  expect(heard).toHaveLength(SOCKETS * EACH);
  for (const line of heard) expect(line).toContain("That is not the passcode");
  // One that was looked at while guesses are free is told no time to wait.
  const free = heard.filter((line) => !line.includes("Again in"));
  expect(free.length).toBeLessThan(guesses.room.free);
  // And then one for each doubling of the wait.
  const most = guesses.room.free + Math.ceil(Math.log2(seconds + 1));
  expect(lookedAt()).toBeGreaterThanOrEqual(guesses.room.free);
  expect(lookedAt()).toBeLessThanOrEqual(most);
  // Somebody who knows it waits like everybody, and is in.
  const rightOne = () =>
    fetch(`${server.url}/r/${room}`, { headers: { Authorization: `Basic ${btoa(":the right one")}` } });
  await until(async () => (await rightOne()).status === 200, 70_000);
}, 120_000);
