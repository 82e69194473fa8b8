// Hashes as text that reads well: base32 without letters that look alike.

/** SHA-256 of a text, in base32: 5 bits a letter, 32 letters. */
export async function digest(text: string): Promise<string> {
  const bytes = new Uint8Array(await sha256(text));
  // 256 is a multiple of 32, so every letter is as likely.
  return [...bytes].map((byte) => ALPHABET[byte % 32]).join("");
}

/** SHA-256 of a text, as 32 bytes. */
export function sha256(text: string): Promise<ArrayBuffer> {
  return crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
}

const ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
