// What the Worker tells the room about who opens a socket: headers that no client can set, for it deletes theirs.
import * as v from "valibot";
import type { Pass } from "../protocol/pass.ts";
import { isCode, type Refusal } from "../protocol/refusal.ts";
import { SessionId } from "../protocol/session.ts";
import { meaning } from "../protocol/status.ts";
import { CHAT, type Codec, PARLOR } from "../protocol/version.ts";

const Said = v.object({
  "parlor-member": v.string(),
  "parlor-label": v.string(),
  "parlor-address": v.string(),
  "parlor-codec": v.picklist(["parlor", "text"]),
  "parlor-pass": v.optional(v.pipe(v.string(), v.transform(decodeURIComponent))),
  "parlor-subprotocol": v.optional(v.picklist([PARLOR, CHAT])),
  "parlor-session": v.optional(SessionId),
  "parlor-goes-on": v.optional(v.string()),
  "parlor-makes": v.optional(v.string()),
});

export interface Entrance {
  member: string;
  /** Eight characters that name somebody who has no name: never their member id. */
  label: string;
  /** Where they come from, hashed; `""` where that is not known. */
  address: string;
  codec: Codec;
  /** The passcode that they came with, where they did. */
  pass: Pass | undefined;
  subprotocol: typeof PARLOR | typeof CHAT | undefined;
  /** The id of a session over HTTP, and whether the room has it already. */
  session?: string | undefined;
  goesOn?: boolean;
  /** The Worker has counted them as one who makes a room, or does not count. */
  makes?: boolean;
}

/** Who asks over HTTP: where they come from, hashed, the passcode that they came with, and whether they may make the room. */
export type Comer = Pick<Entrance, "address" | "pass" | "makes">;

/** The room's answer to who would make it by what they ask, and may not yet: the Worker counts that, and asks again. */
export const UNMADE = "unmade";
export type Unmade = typeof UNMADE;

/** The entrance as request headers. */
export function entranceHeaders({
  member,
  label,
  address,
  codec,
  pass,
  subprotocol,
  session,
  goesOn,
  makes,
}: Entrance): Record<string, string> {
  return {
    "Parlor-Member": member,
    "Parlor-Label": label,
    "Parlor-Address": address,
    "Parlor-Codec": codec,
    ...(pass !== undefined && "code" in pass && { "Parlor-Pass": encodeURIComponent(pass.code) }),
    ...(subprotocol !== undefined && { "Parlor-Subprotocol": subprotocol }),
    ...(session !== undefined && { "Parlor-Session": session }),
    ...(goesOn && { "Parlor-Goes-On": "yes" }),
    ...(makes && { "Parlor-Makes": "yes" }),
  };
}

/** Reads them back. Throws where the Worker did not set them. */
export function readEntrance(headers: Headers): Entrance {
  const said = v.parse(Said, Object.fromEntries(headers));
  return {
    member: said["parlor-member"],
    label: said["parlor-label"],
    address: said["parlor-address"],
    codec: said["parlor-codec"],
    pass: said["parlor-pass"] === undefined ? undefined : { code: said["parlor-pass"] },
    subprotocol: said["parlor-subprotocol"],
    session: said["parlor-session"],
    goesOn: said["parlor-goes-on"] !== undefined,
    makes: said["parlor-makes"] !== undefined,
  };
}

/** The header that says which protocol was picked of those offered, if any. */
export function speaking(subprotocol: Entrance["subprotocol"]): Record<string, string> {
  return subprotocol === undefined ? {} : { "Sec-WebSocket-Protocol": subprotocol };
}

/** A refusal as the room's answer to the Worker. */
export function refuseAtDoor({ code, retryAfter }: Refusal): Response {
  const headers = { "Parlor-Refused": code, ...(retryAfter !== undefined && { "Retry-After": String(retryAfter) }) };
  return new Response(null, { status: meaning(code).status, headers });
}

/** Reads it back. */
export function readRefusal(headers: Headers): Refusal {
  const code = headers.get("Parlor-Refused");
  const retryAfter = Number(headers.get("Retry-After") ?? 0);
  return { code: isCode(code) ? code : "internal", ...(retryAfter > 0 && { retryAfter }) };
}

/** UNMADE, as the answer to who would open a socket. */
export function refuseUnmade(): Response {
  return new Response(null, { status: 404, headers: { "Parlor-Unmade": "yes" } });
}

export function isUnmade(answer: Response): boolean {
  return answer.headers.has("Parlor-Unmade");
}
