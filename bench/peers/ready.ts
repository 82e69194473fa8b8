// How a peer that runs in Node says where it answers: one line, as `npm run serve` does.
import type { Server } from "node:http";

/** The port asked for on the command line; 0 picks a free one. */
export function port(): number {
  return Number(process.argv[2] ?? 0);
}

/** Prints the address of a server that listens. */
export function announce(server: Server): void {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  console.log(`peer is at http://127.0.0.1:${address.port}, in one process`);
}
