// B5: requests of all kinds of paths, methods and headers. HOSTILE_SEED=n has the same ones again.
import { once } from "node:events";
import { request } from "node:http";
import { connect } from "node:net";
import { expect, it } from "vitest";
import { isCode } from "../../src/protocol/refusal.ts";
import { sentences } from "../../src/protocol/sentence.ts";
import { meaning } from "../../src/protocol/status.ts";
import { SECURITY_HEADERS } from "../../src/worker/headers.ts";
import { INTERNALS } from "./bystanders.ts";
import { below, openTarget, pick, random, SEED } from "./mischief.ts";
import { report } from "./report/report.ts";
import { size } from "./size.ts";

const REQUESTS = size(500, 5_000);
const AT_ONCE = 10;

/** What Parlor answers with, and what the runtime does before Parlor is asked: 304 to who has the asset, 431 and the like. */
const FINE = [200, 201, 204, 206, 304, 307, 308];
const documented = new Set([
  ...FINE,
  ...Object.keys(sentences)
    .filter(isCode)
    .map((code) => meaning(code).status),
]);

const { server, unharmed } = openTarget();

const odd = () =>
  String.fromCodePoint(...Array.from({ length: below(6) }, () => pick([65, 0x5b57, 0x202e, 0x1f44d, 0x27, 0x25])));
const room = () =>
  pick(["lobby", "x", encodeURIComponent(odd()) || "_", "%00", "%ff", "..%2f..%2fetc", "a".repeat(200), "%E4%B8%AD"]);
const paths = [
  () => "/",
  () => `/r/${room()}`,
  () => `/r/${room()}`,
  () => `/r/${room()}?since=${pick(["0", "-1", "1e9", "x.1", "9".repeat(40), encodeURIComponent(odd())])}`,
  () =>
    `/r/${room()}/${pick(["ops", "bans", "mine", "move", "sessions?poll", `sessions/${"x".repeat(22)}`, "", "x", "../lobby", "//"])}`,
  () =>
    `/r/${room()}/${pick(["bots", "hooks", `hooks/${"A".repeat(43)}`, "hooks/hook-x/again", "push", "1", "0", "9".repeat(15), "1/%F0%9F%91%8D", "1/%ff"])}`,
  () => `/assets/${pick(["app.js", "app.css", "nothing.js", "..%2fserver", ".%2e/%2e."])}`,
  () =>
    `/${pick(["room", "sw.js", "favicon.ico", "robots.txt", "_headers", ".env", "wrangler.toml", "r", "r/", "R/lobby"])}`,
  () => `/${encodeURIComponent(odd())}`,
];
const methods = ["GET", "GET", "POST", "POST", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"];
const bodies = [
  "",
  "hi",
  "{",
  '{"text":"hi"}',
  '{"text":1}',
  "text=hi&name=Eve",
  "text=%ff",
  "\u0000",
  "x".repeat(100_000),
  '{"id":"x"}',
];
const header: Record<string, () => string> = {
  Accept: () => pick(["text/html", "application/json", "text/plain", "*/*", "a/b;q=x", ""]),
  "Content-Type": () =>
    pick([
      "application/json",
      "text/plain",
      "application/x-www-form-urlencoded",
      "image/png",
      "x",
      "text/plain; charset=utf-16",
    ]),
  Cookie: () => pick(["__Host-parlor=x", `__Host-parlor=${"A".repeat(43)}`, "parlor=;;;", "=", "a".repeat(4000)]),
  Authorization: () => pick(["Basic Og==", "Basic !", "Bearer x", "Bearer", "Digest", `Basic ${"A".repeat(3000)}`]),
  Origin: () => pick(["null", "https://evil.example", "http://localhost", "x", ""]),
  "Sec-WebSocket-Protocol": () => pick(["parlor.v1", "chat", "parlor.v9", "a, b", ","]),
  "Idempotency-Key": () => pick(["k", "k".repeat(22), "k".repeat(5000), ""]),
  "If-None-Match": () => pick(["*", '"x"']),
  Range: () => pick(["bytes=0-1", "bytes=x"]),
  "User-Agent": () => pick(["Googlebot/2.1", "curl/8", "Mozilla/5.0"]),
  "Parlor-Member": () => "forged",
  "X-Forwarded-For": () => "192.0.2.1",
  "CF-Connecting-IP": () => pick(["192.0.2.1", "x", "::1"]),
};

const UPGRADE = {
  Connection: "Upgrade",
  Upgrade: "websocket",
  "Sec-WebSocket-Version": "13",
  "Sec-WebSocket-Key": "BwcHBwcHBwcHBwcHBwcHBw==",
};

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** Node's plain request, for fetch would mend what is wrong with it. */
function ask(path: string, method: string, headers: Record<string, string>, body: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        host: "127.0.0.1",
        port: server().port,
        path,
        method,
        headers: { ...headers, "Content-Length": Buffer.byteLength(body) },
        agent: false,
      },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part: Buffer) => parts.push(part));
        answer.on("end", () => {
          const text = Buffer.concat(parts).toString();
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text });
        });
      },
    );
    asked.on("upgrade", (answer, socket) => {
      socket.destroy();
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: "" });
    });
    asked.on("error", reject);
    asked.end(body);
  });
}

it.concurrent("any request is answered with a status that PROTOCOL.md knows, the security headers, and nothing of the inside", async () => {
  const statuses = new Map<number, number>();
  const faults: string[] = [];
  async function one() {
    const path = pick(paths)();
    const method = pick(methods);
    const some = Object.entries(header).filter(() => random() < 0.25);
    const headers = Object.fromEntries(some.map(([name, value]) => [name, value()]));
    // Other methods with it, and other upgrades, the runtime refuses by itself; so it does methods that it does not know.
    if (method === "GET" && random() < 0.2) Object.assign(headers, UPGRADE);
    const body = ["GET", "HEAD", "TRACE"].includes(method) ? "" : pick(bodies);
    const { status, headers: said, body: text } = await ask(path, method, headers, body);
    const what = JSON.stringify({ path, method, headers, status, text: text.slice(0, 300) });
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    if (status === 101) return;
    if (!documented.has(status) || status === 500) faults.push(`status: ${what}`);
    const lacks = Object.entries(SECURITY_HEADERS).filter(([name, value]) => said[name.toLowerCase()] !== value);
    if (lacks.length > 0) faults.push(`without ${lacks.map(([name]) => name).join()}: ${what}`);
    const ours = /javascript|css|svg|html/.test(String(said["content-type"]));
    if (!ours && INTERNALS.test(text)) faults.push(`internals: ${what}`);
  }
  for (let done = 0; done < REQUESTS; done += AT_ONCE) await Promise.all(Array.from({ length: AT_ONCE }, one));
  expect(faults).toEqual([]);
  await unharmed();
  const counts = [...statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`);
  report({ proof: "B5", did: `${REQUESTS} requests`, faults: 0, more: `seed ${SEED}; ${counts.join(", ")}` });
});

it.concurrent("whoever sends a part of a body and then nothing more is told that it is too late, and nothing is stored", async () => {
  const { port, url } = server();
  async function half(path: string) {
    const socket = connect(port, "127.0.0.1");
    socket.write(`POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{"text":`);
    const [said] = await once(socket, "data");
    socket.destroy();
    return String(said).split("\r\n")[0];
  }
  const told = await Promise.all(["/r/late", "/r/late/ops", `/r/late/sessions/${"x".repeat(22)}`].map(half));
  expect(told).toEqual(told.map(() => "HTTP/1.1 408 Request Timeout"));
  const answer = await fetch(`${url}/r/late`, { headers: { Accept: "application/json" } });
  expect(await answer.json()).toMatchObject({ head: 0 });
});
