// Every door of a room over HTTP, each with a request that means something there. The list is held against the Worker's own
// routes, so that a new door is in none of these tests' blind spots.
import app from "../../src/worker/index.ts";
import { get, until } from "../room/visitor.ts";
import { pushBrowser } from "../support/push-browser.ts";

/** What came of knocking: the status, the code of the refusal where there is one, and all that was said, headers and body. */
export interface Heard {
  status: number;
  code: string | undefined;
  said: string;
  /** Of an answer over HTTP. */
  headers: Headers | undefined;
}

export interface Door {
  /** The route of the Worker's, and what is asked there. */
  route: string;
  as: string;
  /** Knocks at `/r/<room>`, as whoever these headers say. */
  knock(at: string, who: Record<string, string>): Promise<Heard>;
  /** To be let in there is to store something, even in a room that nobody has made. */
  stores?: true;
}

/** The Worker's own list of its doors. */
export const routes: string[] = app.routes
  .filter(({ method, path }) => path.startsWith("/r/") && !["ALL", "OPTIONS"].includes(method))
  .map(({ method, path }) => `${method} ${path}`);

/** The path of a route in a room, with something plausible for each of its parts. */
export function pathOf(route: string, room: string): string {
  const [, path = ""] = route.split(" ");
  return path
    .replace(":room", room)
    .replace(/:seq\{.*?\}\}?/, "1")
    .replace(":emoji", encodeURIComponent("👍"))
    .replace(":secret", "A".repeat(43))
    .replace(":who", `hook-${"a".repeat(20)}`)
    .replace(":id", "x".repeat(22));
}

const codeIn = (said: string) => /"code":"(\w+)"/.exec(said)?.[1];

async function heard(answer: Response): Promise<Heard> {
  const body = await answer.text();
  const said = `${JSON.stringify([...answer.headers])} ${body}`;
  return { status: answer.status, code: codeIn(body), said, headers: answer.headers };
}

/** Says these over a socket, and listens until it is closed or so much has come. */
async function hears(answer: Response, frames: string[], enough: number): Promise<Heard> {
  const { webSocket: socket } = answer;
  if (socket === null) return heard(answer);
  const lines: string[] = [];
  let over = false;
  socket.addEventListener("message", ({ data }) => {
    lines.push(String(data));
  });
  socket.addEventListener("close", () => {
    over = true;
  });
  socket.accept();
  for (const frame of frames) socket.send(frame);
  await until(() => {
    if (!over && lines.length < enough) throw new Error("more is to come");
  });
  if (!over) socket.close(1000);
  const said = lines.join("\n");
  return { status: answer.status, code: codeIn(said), said, headers: undefined };
}

const JSON_ONLY = { Accept: "application/json" };
const GOOGLE = "Mozilla/5.0 (compatible; Googlebot/2.1)";
const { keys } = pushBrowser();
const endpoint = "https://push.example/send/1";

/** A door that is one request to the route's own path, with this added to it. */
function door(
  route: string,
  as: string,
  { query = "", headers = {}, body, stores }: { query?: string; headers?: object; body?: unknown; stores?: true } = {},
): Door {
  const [method = ""] = route.split(" ");
  return {
    route,
    as,
    ...(stores && { stores }),
    async knock(at, who) {
      const path = pathOf(route, at.slice("/r/".length)) + query;
      const text = typeof body === "string" ? body : JSON.stringify(body);
      const init = { method, ...(body !== undefined && { body: text }) };
      return heard(await get(path, { ...JSON_ONLY, "Content-Type": "text/plain", ...headers, ...who }, init));
    },
  };
}

const ROOM = "GET /r/:room";
const OPS = "POST /r/:room/ops";
const MESSAGE = "/r/:room/:seq{[1-9][0-9]{0,14}}";
const who = "a".repeat(20);

function socketDoor(as: string, protocol: string, frames: (object | string)[], enough: number): Door {
  const headers = { Upgrade: "websocket", "Sec-WebSocket-Protocol": protocol };
  const said = frames.map((frame) => (typeof frame === "string" ? frame : JSON.stringify(frame)));
  return {
    ...{ route: ROOM, as },
    knock: async (at, who) => hears(await get(at, { ...headers, ...who }), said, enough),
  };
}

/** A session over HTTP, as far as it comes. */
async function holdSession(at: string, who: Record<string, string>): Promise<Heard> {
  const opened = await heard(await get(`${at}/sessions?poll`, who, { method: "POST" }));
  const [, id] = /event: session\ndata: (\S+)/.exec(opened.said) ?? [];
  if (id === undefined) return opened;
  const frames = [
    { type: "hello" },
    { type: "ask", ref: 1, history: {} },
    { type: "search", ref: 2, search: { words: "the" } },
  ];
  const body = frames.map((frame) => JSON.stringify(frame)).join("\n");
  await get(`${at}/sessions/${id}`, who, { method: "POST", body });
  const polled = await heard(await get(`${at}/sessions/${id}`, who));
  await get(`${at}/sessions/${id}`, who, { method: "DELETE" });
  return { ...polled, said: opened.said + polled.said };
}

const asks = [{ type: "hello", epoch: "a".repeat(21), cursor: 1, last: "b".repeat(21) }];

export const doors: Door[] = [
  door(ROOM, "the app", { headers: { Accept: "text/html" } }),
  door(ROOM, "a search engine", { headers: { Accept: "text/html", "User-Agent": GOOGLE } }),
  door(ROOM, "text", { headers: { Accept: "text/plain" } }),
  door(ROOM, "JSON"),
  door(ROOM, "JSON from a place", { query: "?since=0" }),
  door(ROOM, "JSON before a place", { query: "?before=9" }),
  door(ROOM, "a poll", { query: "?since=0&wait=1" }),
  door(ROOM, "Markdown", { headers: { Accept: "text/markdown" } }),
  {
    ...{ route: ROOM, as: "events" },
    async knock(at, who) {
      const answer = await get(`${at}?since=0`, { Accept: "text/event-stream", ...who });
      if (answer.status !== 200) return heard(answer);
      const reader = answer.body?.getReader();
      const first = await reader?.read();
      await reader?.cancel();
      const said = new TextDecoder().decode(first?.value);
      return { status: 200, code: codeIn(said), said, headers: answer.headers };
    },
  },
  socketDoor("a socket", "parlor.v1", asks, 1),
  socketDoor("a socket that searches", "parlor.v1", [{ type: "search", ref: 1, search: { words: "the" } }], 1),
  socketDoor("lines", "chat", ["/history", "/who", "/find the", "/topic"], 5),
  door("POST /r/:room", "a message", { body: "let me in", stores: true }),
  door("DELETE /r/:room", "the end of it"),
  door(OPS, "a message as an op", { body: { kind: "send", body: { text: "let me in" } }, stores: true }),
  door(OPS, "an answer", { body: { kind: "send", body: { text: "let me in" }, replyTo: 1 } }),
  door(OPS, "a name", { body: { kind: "rename", name: "Somebody else" }, stores: true }),
  door(OPS, "a topic", { body: { kind: "topic", text: "Me" }, stores: true }),
  door(OPS, "a rule", { body: { kind: "rules", rules: { locked: false } } }),
  door(OPS, "a role", { body: { kind: "role", who, role: "owner" } }),
  door(OPS, "a ban", { body: { kind: "ban", who, seconds: 0 } }),
  door(OPS, "an erasure", { body: { kind: "erase" } }),
  door(OPS, "a leave", { body: { kind: "leave" } }),
  door(OPS, "a room of one's own", { body: { kind: "create" }, stores: true }),
  door("GET /r/:room/bans", "who is banned"),
  door("GET /r/:room/bots", "the programs"),
  door("POST /r/:room/bots", "a bot", { body: { name: "Spy" } }),
  door("GET /r/:room/hooks", "the webhooks"),
  door("POST /r/:room/hooks", "a webhook", { body: { name: "Spy" } }),
  door("POST /r/:room/hooks", "an outgoing webhook", { body: { name: "Spy", url: "https://spy.example/" } }),
  door("POST /r/:room/hooks/:secret", "a webhook's word", { body: "let me in" }),
  door("POST /r/:room/hooks/:who/again", "a delivery", { body: { seq: 1 } }),
  door("GET /r/:room/mine", "what is mine"),
  door("POST /r/:room/move", "a way to another device"),
  door("PUT /r/:room/move", "a secret from another device", { body: { secret: "a".repeat(32) } }),
  door("GET /r/:room/push", "the key of pushes"),
  door("PUT /r/:room/push", "a subscription", { body: { endpoint, keys, choice: "all" }, stores: true }),
  door("DELETE /r/:room/push", "the end of a subscription", { body: { endpoint } }),
  { route: "POST /r/:room/sessions", as: "a session", knock: holdSession },
  door("GET /r/:room/sessions/:id", "a poll of nobody's session"),
  door("POST /r/:room/sessions/:id", "a word in nobody's session", { body: { type: "hello" } }),
  door("DELETE /r/:room/sessions/:id", "the end of nobody's session"),
  door(`PATCH ${MESSAGE}`, "other words", { body: "let me in" }),
  door(`DELETE ${MESSAGE}`, "no words"),
  door(`PUT ${MESSAGE}/:emoji`, "a reaction"),
  door(`DELETE ${MESSAGE}/:emoji`, "no reaction"),
  door("GET /r/:room/", "a slash at the end"),
];
