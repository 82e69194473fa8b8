// Moving a room that is mine to another device of mine, over HTTP.
import * as v from "valibot";
import { roomPath } from "./links.ts";

/** What stands behind the room's address on the other device. A fragment is not sent to any server. */
const MOVE = /^#move=([A-Za-z0-9_-]{32})$/;

const Move = v.object({ secret: v.string() });

const pathOf = (room: string) => `${roomPath(room)}/move`;

/** An address that makes whoever opens it the owner, once, within ten minutes; undefined where it can't be had. */
export async function moveAddress(room: string, address: string): Promise<string | undefined> {
  try {
    const answer = await fetch(pathOf(room), { method: "POST" });
    const move = v.safeParse(Move, await answer.json());
    return answer.ok && move.success ? `${address}#move=${move.output.secret}` : undefined;
  } catch {
    return undefined;
  }
}

/** The secret in an address's hash. */
export function secretIn(hash: string): string | undefined {
  return MOVE.exec(hash)?.[1];
}

/** Makes me the owner; false where the secret is good no more. */
export async function takeMove(room: string, secret: string): Promise<boolean> {
  const taking = fetch(pathOf(room), { method: "PUT", body: JSON.stringify({ secret }) });
  return taking.then(
    ({ ok }) => ok,
    () => false,
  );
}
