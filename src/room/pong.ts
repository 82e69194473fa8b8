// What the runtime answers to pings while the room sleeps.
import { pong } from "../protocol/ping.ts";
import type { Core } from "./core.ts";

/**
 * The pong with the log's head, so that a client finds a hole. Who stands at the door of a room with a passcode would be
 * answered too, and must not learn that somebody talks: then it is undefined, and the room answers itself (hear.ts).
 */
export function pongOf({ log, passes, sessions }: Core): string | undefined {
  const quiet = passes.asked && [...sessions].some(({ memory }) => memory.stage.is === "new");
  return quiet ? undefined : pong(log.epoch, log.head);
}
