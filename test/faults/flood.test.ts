// Somebody floods a room over real sockets, and what that costs the others; and names that nobody ever used.
import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, expect, test } from "vitest";
import WebSocket from "ws";
import { ours } from "../../src/room/abuse.ts";
import { readsEvents, readsLines } from "../support/reader.ts";
import { type Served, serve, until } from "../support/serve.ts";
import { size } from "./size.ts";

const NAMES = size(1_000, 10_000);
const AT_ONCE = 200;

const dir = mkdtempSync(join(tmpdir(), "parlor-"));
const { session, shared } = ours;
let server: Served;

beforeAll(async () => {
  server = await serve(dir);
});
afterAll(async () => {
  await server?.stop();
  rmSync(dir, { recursive: true, force: true });
});

const name = () => randomBytes(16).toString("base64url");
/** The database of each room that was ever woken. */
const databases = () => {
  const folder = join(dir, "do", "parlor-Room");
  return existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith(".sqlite")) : [];
};

test(`${NAMES} names that nobody guesses: opened as a browser does they wake no room`, async () => {
  const before = databases().length;
  for (let batch = 0; batch < NAMES / AT_ONCE; batch += 1) {
    const pages = Array.from({ length: AT_ONCE }, () =>
      fetch(`${server.url}/r/${name()}`, { headers: { Accept: "text/html", "Sec-Fetch-Mode": "navigate" } }),
    );
    const answers = await Promise.all(pages);
    for (const answer of answers) expect(answer.status).toBe(200);
    await Promise.all(answers.map((answer) => answer.arrayBuffer()));
  }
  // Then what the page asks for, and what a browser does by itself.
  const page = await (await fetch(`${server.url}/r/${name()}`, { headers: { Accept: "text/html" } })).text();
  const named = [...page.matchAll(/(?:src|href)="(\/[^"]*)"/g)].flatMap(([, path]) => path ?? []);
  expect(named.length).toBeGreaterThan(3);
  for (const path of [...named, "/sw.js", "/favicon.ico", `/r/${name()}/push`])
    expect((await fetch(server.url + path)).status, path).toBe(path === "/favicon.ico" ? 404 : 200);
  expect(databases()).toHaveLength(before);
}, 180_000);

test("read through every door they hold no row", async () => {
  const doors = [
    (room: string) => fetch(`${server.url}/r/${room}`).then((answer) => answer.text()),
    (room: string) =>
      fetch(`${server.url}/r/${room}?since=0`, { headers: { Accept: "application/json" } }).then((answer) =>
        answer.text(),
      ),
    async (room: string) => (await readsLines(server.url, room)).leave(),
    async (room: string) => (await readsEvents(server.url, room)).leave(),
  ];
  for (let round = 0; round < 25; round += 1) await Promise.all(doors.map((open) => open(name())));
  const woken = databases();
  expect(woken.length).toBeGreaterThanOrEqual(100);
  for (const file of woken) {
    const database = new DatabaseSync(join(dir, "do", "parlor-Room", file), { readOnly: true });
    const ours = database.prepare("SELECT name FROM sqlite_master WHERE name NOT LIKE '\\_cf%' ESCAPE '\\'").all();
    database.close();
    expect(ours).toEqual([]);
  }
});

test("who floods stores no more than their share, is shown out, and bo talks on", async () => {
  const room = name();
  const bo = await readsEvents(server.url, room);
  const secret = randomBytes(32).toString("base64url");
  const began = Date.now();
  const seconds = () => (Date.now() - began) / 1000;
  let sent = 0;
  let shownOut = 0;
  let said = 0;
  while (seconds() < 4) {
    const socket = new WebSocket(`${server.url.replace("http", "ws")}/r/${room}`, ["parlor.v1"], {
      headers: { Cookie: `__Host-parlor=${secret}` },
    });
    const over = new Promise<void>((resolve) => socket.on("close", () => resolve()));
    socket.on("error", () => {});
    await new Promise((resolve) => socket.on("open", resolve));
    socket.send(JSON.stringify({ type: "hello" }));
    // 5,000 a second, for as long as the room has them in.
    while (socket.readyState === WebSocket.OPEN && seconds() < 4) {
      for (let line = 0; line < 50; line += 1, sent += 1) {
        const op = { id: randomBytes(12).toString("base64url"), kind: "send", body: { text: `buy ${sent}` } };
        socket.send(JSON.stringify({ type: "ops", ops: [op] }));
      }
      if (said < 20) bo.say([`bo ${++said}`]);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    if (socket.readyState !== WebSocket.OPEN) shownOut += 1;
    socket.close();
    await over;
  }
  const mine = () => bo.events.filter((event) => event.kind === "send" && event.body?.text.startsWith("bo "));
  await until(() => mine().length === said);
  const floods = bo.events.filter((event) => event.kind === "send" && event.body?.text.startsWith("buy "));
  expect(shownOut).toBeGreaterThan(0);
  expect(sent).toBeGreaterThan(200);
  // Their own bucket's, whatever the number of their connections.
  const most = shared.messages.member.burst + shared.messages.member.perSecond * seconds();
  expect(floods.length).toBeLessThanOrEqual(Math.ceil(most));
  expect(floods.length).toBeGreaterThanOrEqual(session.ops.burst);
  bo.leave();
});
