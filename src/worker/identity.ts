// Who is asking, without accounts: a random secret in a cookie or in a bot's token, and from it another member id in each room.
import type { Context } from "hono";
import { generateCookie, getCookie } from "hono/cookie";
import { nanoid } from "nanoid";
import { base64url } from "../protocol/base64url.ts";
import { type Program, secretIn } from "../protocol/bot.ts";
import { ID_LENGTH } from "../protocol/id.ts";
import { OPERATOR } from "../protocol/operator.ts";
import { digest } from "./digest.ts";
import type { Env } from "./env.ts";
import { fail } from "./fail.ts";
import { PRIVATE } from "./headers.ts";
import { isOperator } from "./operator.ts";
import { isForeign, ownOrigin } from "./origin.ts";
import { tokenOf } from "./token.ts";

const SECRET = /^[A-Za-z0-9_-]{43}$/;
/** Characters of a key that nobody guesses: those of 128 random bits in base64. */
const GUESSLESS = 22;
const YEAR_S = 365 * 24 * 60 * 60;

/** Who asks, and by which secret. */
export interface Identity {
  is: "person" | Program | "operator";
  secret: string;
  /** Made just now, for somebody who can send it back: the answer sets the cookie. */
  fresh: boolean;
}

/**
 * The asker's identity: the token's, the cookie's, or a new one. A foreign page's cookie is ignored, and it gets none; its
 * token counts, for a page of ours has none that it could send.
 * @param key an Idempotency-Key. Somebody without a cookie who sends it again, because the answer was lost and the
 *   cookie in it, must be the same person: a key that nobody guesses stands for who made it.
 */
export async function identify(c: Context<{ Bindings: Env }>, key = ""): Promise<Identity> {
  const token = tokenOf(c.req.raw);
  if (token !== undefined) return known(token, c.env);
  const foreign = isForeign(c.req.raw, c.env);
  const secret = foreign ? undefined : getCookie(c, "parlor", isPlain(c) ? undefined : "host");
  if (secret !== undefined && SECRET.test(secret)) return { is: "person", secret, fresh: false };
  if (key.length >= GUESSLESS) return { is: "person", secret: await digest(`key\0${key}`), fresh: false };
  return { is: "person", secret: newSecret(), fresh: !foreign };
}

/** Whose token that is: the operator's, or that of a bot, of which each room knows its own. */
async function known(token: string, env: Env): Promise<Identity> {
  if (await isOperator(token, env)) return { is: "operator", secret: "", fresh: false };
  return { is: "bot", secret: secretIn(token) ?? fail("bad_token"), fresh: false };
}

/** The headers that give a fresh identity to its browser. Such an answer is one person's: no cache may keep it. */
export function identityHeaders(c: Context<{ Bindings: Env }>, { secret, fresh }: Identity): Record<string, string> {
  if (!fresh) return {};
  // Lax: with Strict, who follows a link from elsewhere would arrive as somebody new.
  const options = { path: "/", httpOnly: true, sameSite: "Lax", maxAge: YEAR_S } as const;
  const cookie = generateCookie("parlor", secret, isPlain(c) ? options : { ...options, secure: true, prefix: "host" });
  return { "Set-Cookie": cookie, ...PRIVATE };
}

/**
 * The member id of a secret in a room: 100 bits in base32, the same for ever in this room, unlinkable to any other. A
 * program's says what it is (protocol/bot.ts).
 * No key of the server's is in it, so there is none to leak or to lose.
 */
export async function memberOf({ is, secret }: Pick<Identity, "is" | "secret">, room: string): Promise<string> {
  if (is === "operator") return OPERATOR.member;
  if (is === "person") return (await digest(`member\0${secret}\0${room}`)).slice(0, 20);
  return `${is}-${(await digest(`${is}\0${secret}\0${room}`)).slice(0, 20)}`;
}

/** Eight characters for somebody without a name. Another hash, so that it says nothing of the member id. */
export async function labelOf(secret: string, room: string): Promise<string> {
  return (await digest(`label\0${secret}\0${room}`)).slice(0, 8);
}

/** The request's Idempotency-Key; an empty one is none. */
export function keyOf(c: Context<{ Bindings: Env }>): string | undefined {
  return c.req.header("Idempotency-Key") || undefined;
}

/**
 * The id of the op that a request asks for. Under an Idempotency-Key it follows from that: the same key from the same person is
 * the same op, and nobody else's.
 */
export async function opIdOf(c: Context<{ Bindings: Env }>, member: string): Promise<string> {
  const key = keyOf(c);
  return key === undefined ? nanoid(ID_LENGTH) : (await digest(`op\0${member}\0${key}`)).slice(0, 32);
}

/** 256 random bits in base64url. */
export function newSecret(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(32)));
}

// On plain http off localhost browsers drop Secure and `__Host-` cookies: there it must do without.
function isPlain(c: Context<{ Bindings: Env }>): boolean {
  const { protocol, hostname } = new URL(ownOrigin(c.req.url, c.env));
  const local = hostname === "localhost" || hostname === "[::1]" || /^127(\.\d+){3}$/.test(hostname);
  return protocol === "http:" && !local;
}
