// Makes a key of a passcode, which takes long on purpose: the room gets that, and never what was typed.
import { base64url } from "../protocol/base64url.ts";
import { type Pass, STRETCH } from "../protocol/pass.ts";

/** The key of a code for a room; the code itself where the browser has no cryptography, as on plain http off localhost. */
export async function stretch(code: string, room: string): Promise<Pass> {
  // The types don't know of plain http.
  const subtle: SubtleCrypto | undefined = crypto.subtle;
  if (subtle === undefined) return { code };
  const { hash, rounds, bytes, salt } = STRETCH;
  const encode = (text: string) => new TextEncoder().encode(text);
  const typed = await subtle.importKey("raw", encode(code), "PBKDF2", false, ["deriveBits"]);
  const how = { name: "PBKDF2", hash, salt: encode(salt(room)), iterations: rounds };
  return { key: base64url(new Uint8Array(await subtle.deriveBits(how, typed, bytes * 8))) };
}
