// The ping and its pong: how both sides know that the link is alive, and a client that it is behind, while the room sleeps.
import type { DownFrame } from "./down.ts";

/**
 * A ping, to the letter. It is JSON and not the word `ping`, because the runtime answers it on every socket of the room,
 * the article's included, and there somebody who says "ping" means to be heard.
 */
export const PING = '{"type":"ping"}';

/** The runtime's answer to a ping: where the log's head is, so that a client finds a hole while the room sleeps. */
export function pong(epoch: string, head: number): string {
  return JSON.stringify({ type: "pong", epoch, head } satisfies DownFrame);
}
