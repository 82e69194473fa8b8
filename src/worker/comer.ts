// Who asks for a room over HTTP or opens a socket, besides who they are: from where, and with which passcode.
import { readCode } from "../protocol/pass.ts";
import type { Comer } from "../room/entrance.ts";
import { addressOf } from "./address.ts";
import { fail } from "./fail.ts";

/** Reads it of a request. A passcode comes as the password of Basic authentication, whatever the user is called. */
export async function comerOf(request: Request, room: string): Promise<Comer> {
  return { address: await addressOf(request, room), pass: passOf(request) };
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
