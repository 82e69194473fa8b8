// Who is asking, without accounts: a random secret in a cookie, and from it another member id in each room.
import type { Context } from "hono";
import { generateCookie, getCookie } from "hono/cookie";
import type { Env } from "./env.ts";
import { isForeign } from "./origin.ts";

const SECRET = /^[A-Za-z0-9_-]{43}$/;
const YEAR_S = 365 * 24 * 60 * 60;

/** Where a person's secret comes from. A fresh one is worth keeping only where it can be sent back. */
export interface Identity {
  secret: string;
  /** Made just now, and not for a foreign page: the answer should set the cookie. */
  fresh: boolean;
}

/** The asker's identity: the cookie's, or a new one. A foreign page's cookie is ignored, and it gets none. */
export function identify(c: Context<{ Bindings: Env }>): Identity {
  if (isForeign(c.req.raw, c.env)) return { secret: randomSecret(), fresh: false };
  const { plain } = cookieOf(c.req.url);
  const secret = plain ? getCookie(c, "parlor") : getCookie(c, "parlor", "host");
  if (secret !== undefined && SECRET.test(secret)) return { secret, fresh: false };
  return { secret: randomSecret(), fresh: true };
}

/** The headers that give a fresh identity to its browser. Such an answer is one person's: no cache may keep it. */
export function identityHeaders(url: string, { secret, fresh }: Identity): Record<string, string> {
  if (!fresh) return {};
  const { plain } = cookieOf(url);
  // Lax: with Strict, who follows a link from elsewhere would arrive as somebody new.
  const options = { path: "/", httpOnly: true, sameSite: "Lax", maxAge: YEAR_S } as const;
  const cookie = generateCookie("parlor", secret, plain ? options : { ...options, secure: true, prefix: "host" });
  return { "Set-Cookie": cookie, "Cache-Control": "private, no-store" };
}

/**
 * The member id of a secret in a room: 100 bits in base32, the same for ever in this room, unlinkable to any other.
 * No key of the server's is in it, so there is none to leak or to lose.
 */
export async function memberOf(secret: string, room: string): Promise<string> {
  return base32(await digest(`member\0${secret}\0${room}`)).slice(0, 20);
}

/** Eight characters for somebody without a name. Another hash, so that it says nothing of the member id. */
export async function labelOf(secret: string, room: string): Promise<string> {
  return base32(await digest(`label\0${secret}\0${room}`)).slice(0, 8);
}

/** An op id for an Idempotency-Key: the same key from the same person is the same op, and nobody else's. */
export async function opIdOf(key: string, member: string): Promise<string> {
  return base32(await digest(`op\0${member}\0${key}`)).slice(0, 32);
}

async function digest(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
}

const ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

// 256 is a multiple of 32, so every letter is as likely.
function base32(bytes: Uint8Array): string {
  return [...bytes].map((byte) => ALPHABET[byte % 32]).join("");
}

function randomSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

// On plain http off localhost browsers drop Secure and `__Host-` cookies: there it must do without.
function cookieOf(url: string): { plain: boolean } {
  const { protocol, hostname } = new URL(url);
  const local = hostname === "localhost" || hostname === "[::1]" || /^127(\.\d+){3}$/.test(hostname);
  return { plain: protocol === "http:" && !local };
}
