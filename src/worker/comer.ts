// Who asks for a room over HTTP or opens a socket: from where, and with which passcode.
import type { Context } from "hono";
import { readCode } from "../protocol/pass.ts";
import type { Comer } from "../room/entrance.ts";
import type { Source } from "../room/meters.ts";
import { addressOf } from "./address.ts";
import type { Env } from "./env.ts";
import { fail } from "./fail.ts";
import { type Identity, identify, memberOf } from "./identity.ts";

/** Reads it of a request. A passcode comes as the password of Basic authentication, whatever the user is called. */
export async function comerOf(request: Request, room: string, { is }: Identity): Promise<Comer> {
  // A program is measured by itself, wherever it runs.
  return { address: is === "person" ? await addressOf(request, room) : "", pass: passOf(request) };
}

/** Who asks, and from where, for what takes no passcode. */
export async function sourceOf(c: Context<{ Bindings: Env }>, room: string): Promise<Source> {
  const identity = await identify(c);
  const { address } = await comerOf(c.req.raw, room, identity);
  return { member: await memberOf(identity, room), address };
}

function passOf(request: Request): Comer["pass"] {
  const [, basic] = /^Basic +(\S+)$/i.exec(request.headers.get("Authorization") ?? "") ?? [];
  if (basic === undefined) return undefined;
  const code = readCode(decoded(basic)?.replace(/^[^:]*:/, ""));
  return code === undefined ? fail("wrong_pass") : { code };
}

/** Base64 of UTF-8, or nothing. */
function decoded(base64: string): string | undefined {
  try {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
