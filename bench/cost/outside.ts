// Somebody outside to whom a room posts: a server of our own, which takes whatever comes and counts it.
import { once } from "node:events";
import { createServer } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

/** Enough for the room to write down that its post was taken. */
const WRITTEN_AFTER_MS = 500;
/** The alarm by which a room goes out to post is a row of the platform's own, which no cursor counts. */
export const ALARM = 1;

export interface Outside {
  url: string;
  /** Does it, and waits until one more has come of that and the room has written it down. */
  hears(work: () => Promise<unknown>): Promise<void>;
  close(): void;
}

export async function openOutside(): Promise<Outside> {
  let heard = 0;
  const server = createServer((request, response) => {
    heard += 1;
    request.resume();
    response.writeHead(204).end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("nowhere to post to");
  return {
    url: `http://127.0.0.1:${address.port}/`,
    async hears(work) {
      const before = heard;
      await work();
      while (heard === before) await sleep(2);
      await sleep(WRITTEN_AFTER_MS);
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
