// The Worker: every request to a room's URL, told apart by what the asker is. Stateless.
import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { roomName } from "../protocol/room-name.ts";
import { logFault } from "../room/fault.ts";
import { cors, preflight } from "./cors.ts";
import { endRoom } from "./end.ts";
import type { Env } from "./env.ts";
import { fail, failure, refuseMethod } from "./fail.ts";
import { securityHeaders } from "./headers.ts";
import { hearHook } from "./hook.ts";
import { makeHook, sendAgain } from "./hooks.ts";
import { listBanned, listHooks, listPrograms } from "./lists.ts";
import { exportMine } from "./mine.ts";
import { makeMove, takeMove } from "./move.ts";
import { negotiate } from "./negotiate.ts";
import { deleteMessage, editMessage, react } from "./one-message.ts";
import { openSocket } from "./open-socket.ts";
import { isKeptOut } from "./origin.ts";
import { postMessage } from "./post.ts";
import { postOp } from "./post-op.ts";
import { makeBot } from "./programs.ts";
import { subscribe, tellPushKey, unsubscribe } from "./push.ts";
import { readRoom, shell } from "./read.ts";
import { leaveSession, openSession, pollSession, tellSession } from "./session.ts";

export { Deployment } from "../deployment/deployment.ts";
export { Room } from "../room/room.ts";

const HOOK = "/r/:room/hooks/:secret";
const AGAIN = "/r/:room/hooks/:who/again";
const PUSH = "/r/:room/push";
const SESSION = "/r/:room/sessions/:id";
const MESSAGE = "/r/:room/:seq{[1-9][0-9]{0,14}}";
const REACTION = `${MESSAGE}/:emoji` as const;

/** What each path takes: whatever else is asked there is refused, and `OPTIONS` answered, from this. */
const METHODS = {
  "/r/:room": "GET, HEAD, POST, DELETE",
  "/r/:room/": "GET, HEAD",
  "/r/:room/ops": "POST",
  "/r/:room/bans": "GET, HEAD",
  "/r/:room/bots": "GET, HEAD, POST",
  "/r/:room/hooks": "GET, HEAD, POST",
  [HOOK]: "POST",
  [AGAIN]: "POST",
  "/r/:room/mine": "GET, HEAD",
  "/r/:room/move": "POST, PUT",
  [PUSH]: "GET, HEAD, PUT, DELETE",
  "/r/:room/sessions": "POST",
  [SESSION]: "GET, POST, DELETE",
  [MESSAGE]: "PATCH, DELETE",
  [REACTION]: "PUT, DELETE",
};

const app = new Hono<{ Bindings: Env }>();

app.use(securityHeaders);
app.use("/r/*", cors);

app.get("/r/:room", async (c) => {
  const room = roomName(c.req.param("room"));
  if (c.req.method === "GET" && c.req.header("Upgrade")?.toLowerCase() === "websocket") return openSocket(c, room);
  if (room === undefined) return negotiate(c) === "shell" ? shell(c, 400) : fail("bad_room");
  if (isKeptOut(c.req.raw, c.env)) fail("foreign");
  return readRoom(c, room);
});

app.post("/r/:room", (c) => postMessage(c, roomName(c.req.param("room")) ?? fail("bad_room")));

app.delete("/r/:room", (c) => endRoom(c, roomName(c.req.param("room")) ?? fail("bad_room")));

app.post("/r/:room/ops", (c) => postOp(c, roomName(c.req.param("room")) ?? fail("bad_room")));

app.get("/r/:room/bans", (c) => listBanned(c, roomName(c.req.param("room")) ?? fail("bad_room")));

app.get("/r/:room/bots", (c) => listPrograms(c, roomName(c.req.param("room")) ?? fail("bad_room")));

app.post("/r/:room/bots", (c) => makeBot(c, roomName(c.req.param("room")) ?? fail("bad_room")));

app.get("/r/:room/hooks", (c) => listHooks(c, roomName(c.req.param("room")) ?? fail("bad_room")));

app.post("/r/:room/hooks", (c) => makeHook(c, roomName(c.req.param("room")) ?? fail("bad_room")));

app.post(HOOK, (c) => hearHook(c, roomName(c.req.param("room")) ?? fail("bad_room"), c.req.param("secret")));

app.post(AGAIN, (c) => sendAgain(c, roomName(c.req.param("room")) ?? fail("bad_room"), c.req.param("who")));

app.get("/r/:room/mine", (c) => exportMine(c, roomName(c.req.param("room")) ?? fail("bad_room")));

app.post("/r/:room/move", (c) => makeMove(c, roomName(c.req.param("room")) ?? fail("bad_room")));

app.put("/r/:room/move", (c) => takeMove(c, roomName(c.req.param("room")) ?? fail("bad_room")));

app.get(PUSH, (c) => (roomName(c.req.param("room")) === undefined ? fail("bad_room") : tellPushKey(c)));

app.put(PUSH, (c) => subscribe(c, roomName(c.req.param("room")) ?? fail("bad_room")));

app.delete(PUSH, (c) => unsubscribe(c, roomName(c.req.param("room")) ?? fail("bad_room")));

app.post("/r/:room/sessions", (c) => openSession(c, roomName(c.req.param("room")) ?? fail("bad_room")));

app.get(SESSION, (c) => {
  // Hono takes a HEAD for a GET, and nobody would read what that takes away.
  if (c.req.method === "HEAD") return refuseMethod(METHODS[SESSION]);
  return pollSession(c, roomName(c.req.param("room")) ?? fail("bad_room"), c.req.param("id"));
});

app.post(SESSION, (c) => tellSession(c, roomName(c.req.param("room")) ?? fail("bad_room"), c.req.param("id")));

app.delete(SESSION, (c) => leaveSession(c, roomName(c.req.param("room")) ?? fail("bad_room"), c.req.param("id")));

app.patch(MESSAGE, (c) => editMessage(c, roomName(c.req.param("room")) ?? fail("bad_room")));

app.delete(MESSAGE, (c) => deleteMessage(c, roomName(c.req.param("room")) ?? fail("bad_room")));

app.put(REACTION, (c) => react(c, roomName(c.req.param("room")) ?? fail("bad_room"), true));

app.delete(REACTION, (c) => react(c, roomName(c.req.param("room")) ?? fail("bad_room"), false));

// A link typed with a slash at its end means the room.
app.get("/r/:room/", (c) =>
  c.redirect(`/r/${encodeURIComponent(c.req.param("room"))}${new URL(c.req.url).search}`, 308),
);

for (const [path, methods] of Object.entries(METHODS)) {
  app.options(path, (c) => c.body(null, 204, { Allow: `${methods}, OPTIONS`, ...preflight(c.req.raw, methods) }));
  app.all(path, () => refuseMethod(methods));
}

app.notFound(() => failure("not_found"));

app.onError((fault) => {
  if (fault instanceof HTTPException) return fault.getResponse();
  logFault(fault);
  return failure("internal");
});

export default app;
