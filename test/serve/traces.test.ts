// What is left of people in the files of a deployment, while it runs and people do all that they can there: no address, no
// secret, and no word that was taken back.
import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, expect, test } from "vitest";
import WebSocket from "ws";
import { pushBrowser } from "../support/push-browser.ts";
import { type Served, serve, until } from "../support/serve.ts";

const OPERATOR = randomBytes(24).toString("base64url");
const dir = mkdtempSync(join(tmpdir(), "parlor-"));
let server: Served;

beforeAll(async () => {
  server = await serve(dir, { env: { PARLOR_OPERATOR: OPERATOR, PARLOR_PRIVATE_HOOKS: "on" } });
});
afterAll(async () => {
  await server?.stop();
  rmSync(dir, { recursive: true, force: true });
});

/** Everything that the deployment wrote, less the programs that run it: the databases, and what stands beside them. */
function files(): { name: string; bytes: Buffer }[] {
  return readdirSync(dir, { recursive: true, encoding: "utf8" })
    .filter((name) => name !== "workerd" && !/^(built|tmp)\//.test(name))
    .map((name) => join(dir, name))
    .filter((name) => statSync(name).isFile())
    .map((name) => ({ name, bytes: readFileSync(name) }));
}

/** All that a query finds in any room. */
function rows(): string {
  const folder = join(dir, "do", "parlor-Room");
  return readdirSync(folder)
    .filter((file) => file.endsWith(".sqlite") && file !== "metadata.sqlite")
    .map((file) => {
      const database = new DatabaseSync(join(folder, file), { readOnly: true });
      const all = (sql: string) => {
        const statement = database.prepare(sql);
        // The runtime's own times are too long for a number.
        statement.setReadBigInts(true);
        return statement.all();
      };
      const tables = all("SELECT name FROM sqlite_master WHERE type = 'table'");
      const found = tables.flatMap(({ name }) => all(`SELECT * FROM "${name}"`));
      database.close();
      return found.flatMap((row) => Object.entries(row).map(([name, value]) => `${name} ${textOf(value)}`)).join("\n");
    })
    .join();
}

const textOf = (value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString() : String(value));

/** Somebody with a browser, and where they are. */
const person = (address: string) => ({
  Cookie: `__Host-parlor=${randomBytes(32).toString("base64url")}`,
  "CF-Connecting-IP": address,
});
const ask = (path: string, headers: Record<string, string>, method = "GET", body?: unknown) =>
  fetch(`${server.url}/r/${path}`, {
    ...{ method, headers },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
const done = async (path: string, headers: Record<string, string>, method: string, body?: unknown) => {
  const answer = await ask(path, headers, method, body);
  const text = await answer.text();
  expect(answer.status, `${method} ${path}: ${text}`).toBeLessThan(300);
  return text;
};

/** A socket by this door, which says these and hears something. */
async function visits(room: string, headers: Record<string, string>, offer: string[], frames: string[]) {
  const socket = new WebSocket(`${server.url.replace("http", "ws")}/r/${room}`, offer, { headers });
  let heard = 0;
  socket.on("message", () => heard++);
  socket.on("error", () => {});
  await new Promise((resolve) => socket.on("open", resolve));
  for (const frame of frames) socket.send(frame);
  await until(() => heard > 0);
  return socket;
}

test("after traffic of every kind, no file holds an address, a cookie, a token or a passcode, nor does the log", async () => {
  const room = randomBytes(16).toString("base64url");
  const addresses = ["203.0.113.77", "198.51.100.66", "2001:db8:77:77::1"];
  const [ann, bo, cleo] = [person("203.0.113.77"), person("198.51.100.66"), person("2001:db8:77:77::1")];
  const op = (who: Record<string, string>, wish: object) => done(`${room}/ops`, who, "POST", wish);
  await op(ann, { kind: "create" });
  await done(room, bo, "POST", "hello from bo");
  const hello = JSON.stringify({ type: "hello", name: "Cleo" });
  const sockets = [
    await visits(room, cleo, ["parlor.v1"], [hello, JSON.stringify({ type: "typing", on: true }), "nonsense"]),
    await visits(room, bo, ["chat"], ["/name Bo", "hello by a line", "/find hello"]),
  ];
  for (const Accept of ["text/plain", "application/json", "text/markdown", "text/html"])
    await (await ask(room, { ...bo, Accept })).text();
  const stream = await ask(room, { ...bo, Accept: "text/event-stream" });
  await stream.body?.cancel();
  await done(`${room}/2`, bo, "PATCH", "hello again");
  await done(`${room}/2/${encodeURIComponent("👍")}`, ann, "PUT");
  const [, session = ""] = /data: (\S+)/.exec(await done(`${room}/sessions?poll`, cleo, "POST")) ?? [];
  await done(`${room}/sessions/${session}`, cleo, "POST", hello);
  const { keys } = pushBrowser();
  await done(`${room}/push`, bo, "PUT", { endpoint: "http://127.0.0.1:9/push", keys, choice: "all" });
  const { token } = JSON.parse(await done(`${room}/bots`, ann, "POST", { name: "Clock" }));
  await done(room, { Authorization: `Bearer ${token}`, "CF-Connecting-IP": "203.0.113.77" }, "POST", "tick");
  const { url } = JSON.parse(await done(`${room}/hooks`, ann, "POST", { name: "Build" }));
  await (await fetch(url, { method: "POST", body: "built", headers: { "CF-Connecting-IP": "203.0.113.77" } })).text();
  const { secret } = JSON.parse(await done(`${room}/move`, ann, "POST"));
  await done(`${room}/mine`, bo, "GET");
  await done(`${room}/ops`, { Authorization: `Bearer ${OPERATOR}` }, "POST", { kind: "topic", text: "Tea" });
  const members = JSON.parse(await done(room, { ...ann, Accept: "application/json" }, "GET"));
  const bos = members.messages.find(({ seq }: { seq: number }) => seq === 2).by;
  await op(ann, { kind: "ban", who: bos, seconds: 3600, address: true });
  await op(ann, { kind: "rules", rules: { pass: { code: "sesame-on-the-hill" } } });
  for (const code of ["wrong-on-the-hill", "sesame-on-the-hill"])
    await (await ask(room, { ...cleo, Authorization: `Basic ${btoa(`:${code}`)}` })).text();
  // And what fails.
  for (const [path, method] of [
    ["no%20room", "GET"],
    [`${room}/nothing/at/all`, "GET"],
    [room, "PUT"],
  ] as const)
    await (await ask(path, bo, method)).text();
  for (const socket of sockets) socket.close();

  const cookies = [ann, bo, cleo].map(({ Cookie }) => Cookie.slice("__Host-parlor=".length));
  const secrets = [token.slice("parlor_bot_".length), url.split("/").at(-1), secret, OPERATOR, "on-the-hill"];
  const told = [...addresses, "2001:db8:77:77", "2001:0db8", ...cookies, ...secrets];
  const written = files();
  for (const { name, bytes } of written)
    for (const each of told) expect(bytes.includes(each), `${each} in ${name}`).toBe(false);
  // Where what may be there is: it would have been found.
  expect(written.some(({ bytes }) => bytes.includes("hello by a line"))).toBe(true);
  expect(rows()).toMatch(/^address [a-z2-9]{20}$/m);
  const log = server.out() + server.err();
  for (const each of [...told, room, "hello", "Cleo"]) expect(log).not.toContain(each);
}, 60_000);

test("what was deleted, erased, or went with its room is found by no query", async () => {
  const [ann, bo] = [person("203.0.113.77"), person("198.51.100.66")];
  const names = [1, 2].map(() => randomBytes(16).toString("base64url"));
  for (const room of names) {
    await done(`${room}/ops`, ann, "POST", { kind: "create" });
    for (const text of ["the first secret", "the second secret"]) await done(room, ann, "POST", text);
    await done(`${room}/2`, ann, "PATCH", "the first secret, mended");
    await done(room, bo, "POST", "the third secret");
    await done(`${room}/5`, bo, "PATCH", "the third secret, mended");
  }
  const [room = "", other] = names;
  expect(rows()).toContain("secret");
  await done(`${room}/2`, ann, "DELETE");
  await done(`${room}/ops`, ann, "POST", { kind: "erase" });
  await done(`${room}/5`, ann, "DELETE");
  await done(`${other}`, ann, "DELETE");
  expect(rows()).not.toContain("secret");
}, 60_000);
