// The WebSocket door: which protocol, who, and then on to the room, which the Worker hears nothing of again.
import type { Context } from "hono";
import type { Code, Refusal } from "../protocol/refusal.ts";
import { meaning } from "../protocol/status.ts";
import { type Codec, pickSubprotocol } from "../protocol/version.ts";
import { entranceHeaders, readRefusal } from "../room/entrance.ts";
import type { Env } from "./env.ts";
import { failure } from "./fail.ts";
import { FLOOD_WAIT_S, floods } from "./flood.ts";
import { identityHeaders } from "./identity.ts";
import { knock } from "./make.ts";
import { isKeptOut } from "./origin.ts";
import { offered } from "./token.ts";
import { visitorOf } from "./visitor.ts";

/** Opens a socket into the room, or says why not. `room` is nothing where no room can have that name. */
export async function openSocket(c: Context<{ Bindings: Env }>, room: string | undefined): Promise<Response> {
  const picked = pickSubprotocol(offered(c.req.raw));
  if ("unsupported" in picked) return refuseOverSocket("version", picked.unsupported);
  if ("unknown" in picked) return failure("unknown_subprotocol");
  const { codec, subprotocol } = picked;
  const refused = (code: Code, retryAfter?: number) =>
    codec === "parlor" ? refuseOverSocket(code, subprotocol, retryAfter) : failure(code, retryAfter);
  if (room === undefined) return refused("bad_room");
  if (isKeptOut(c.req.raw, c.env)) return refused("foreign");
  if (await floods(c.req.raw, c.env)) return refused("too_fast", FLOOD_WAIT_S);

  const { who, identity } = await visitorOf(c, room);
  const label = keyLabel(c.req.raw, codec) ?? who.label;
  const request = new Request(c.req.raw, c.req.raw);
  for (const name of [...request.headers.keys()]) if (name.startsWith("parlor-")) request.headers.delete(name);
  // The room knows people by what was derived from these.
  request.headers.delete("Cookie");
  request.headers.delete("Authorization");
  request.headers.delete("Sec-WebSocket-Protocol");
  const answer = await knock(c.req.raw, c.env, room, (makes) => {
    const entrance = entranceHeaders({ ...who, label, codec, subprotocol, makes });
    const asked = new Request(request, request);
    for (const [name, value] of Object.entries(entrance)) asked.headers.set(name, value);
    return asked;
  });
  if (answer === undefined) return refused("too_fast", FLOOD_WAIT_S);
  if (answer.webSocket === null) {
    const { code, retryAfter } = readRefusal(answer.headers);
    return refused(code, retryAfter);
  }
  const headers = new Headers(answer.headers);
  for (const [name, value] of Object.entries(identityHeaders(c, identity))) headers.set(name, value);
  return new Response(null, { status: 101, webSocket: answer.webSocket, headers });
}

/** The article's client id: the first eight characters of the handshake's key, where it is a key. */
function keyLabel(request: Request, codec: Codec): string | undefined {
  const key = request.headers.get("Sec-WebSocket-Key") ?? "";
  return codec === "text" && /^[A-Za-z0-9+/]{22}==$/.test(key) ? key.slice(0, 8) : undefined;
}

/**
 * A refused upgrade is invisible to a browser: an error event and 1006, whatever the status was. Who speaks `parlor.*`
 * is therefore let in just long enough to be told, by the Worker itself.
 */
function refuseOverSocket(code: Code, subprotocol: string | undefined, retryAfter?: number): Response {
  const refusal: Refusal = { code, ...(retryAfter !== undefined && { retryAfter }) };
  const { 0: client, 1: server } = new WebSocketPair();
  server.accept();
  server.send(JSON.stringify({ type: "refused", ...refusal }));
  server.close(meaning(code).close, code);
  const headers = subprotocol === undefined ? {} : { "Sec-WebSocket-Protocol": subprotocol };
  return new Response(null, { status: 101, webSocket: client, headers });
}
