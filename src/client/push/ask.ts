// What a room is asked over HTTP about pushing to this browser: by its pages, and by the service worker.
import type { Wanted } from "../../protocol/push.ts";

/** The room was not reached, or has no time now; it pushes to as many as it can; or it said no. */
export type No = "unreachable" | "full" | "refused";

const pathOf = (room: string) => `/r/${encodeURIComponent(room)}/push`;

/** The key to subscribe with; undefined where it can't be had now. */
export async function pushKey(room: string): Promise<string | undefined> {
  try {
    const { key } = await (await fetch(pathOf(room))).json();
    return typeof key === "string" ? key : undefined;
  } catch {
    return undefined;
  }
}

/** Asks the room to push there. */
export function askForPush(room: string, to: PushSubscription, choice: Wanted): Promise<No | undefined> {
  return ask(room, "PUT", { ...to.toJSON(), choice });
}

/** Asks the room to push there no more. */
export function takeBackPush(room: string, endpoint: string): Promise<No | undefined> {
  return ask(room, "DELETE", { endpoint });
}

async function ask(room: string, method: string, said: object): Promise<No | undefined> {
  try {
    const answer = await fetch(pathOf(room), { method, body: JSON.stringify(said) });
    if (answer.ok) return undefined;
    const { error } = await answer.json();
    if (error?.code === "full") return "full";
    return answer.status === 429 || answer.status >= 500 ? "unreachable" : "refused";
  } catch {
    return "unreachable";
  }
}
