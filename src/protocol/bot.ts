// Programs that are members of a room: bots, which come with a token, and webhooks, by whose address somebody else's program
// speaks. Their member ids say which they are, and no person's is like them.

/** `bot` comes by every door with its token; `hook` is a webhook. */
export const PROGRAMS = ["bot", "hook"] as const;
export type Program = (typeof PROGRAMS)[number];

/** What a bot may do with its token. */
export const SCOPES = ["read", "write", "both"] as const;
export type Scope = (typeof SCOPES)[number];

/** What the member id of a program begins with. There is no `o` and no `-` in a person's. */
const BEGINS = /^(bot|hook)-/;

/** Which kind of program has this member id; nothing where it is a person's. */
export function programOf(member: string): Program | undefined {
  const [, begin] = BEGINS.exec(member) ?? [];
  return PROGRAMS.find((program) => program === begin);
}

/** A bot's token begins so, that it is known for one wherever it is found. */
const TOKEN = "parlor_bot_";

/** The token with these 43 random characters of base64url. */
export function tokenWith(secret: string): string {
  return `${TOKEN}${secret}`;
}

/** The secret in what may be a bot's token. */
export function secretIn(token: string): string | undefined {
  const secret = token.startsWith(TOKEN) ? token.slice(TOKEN.length) : "";
  return /^[A-Za-z0-9_-]{43}$/.test(secret) ? secret : undefined;
}
