// Where a fault goes: to the operator's log under an id. Whoever caused it hears `internal` and nothing of the inside.
import { createHash } from "node:crypto";

/**
 * Logs a fault as one line of JSON, without its stack, without what it quotes, which may be what somebody wrote, and with no
 * name of a room, which is its key: the same room has the same hash.
 */
export function logFault(fault: unknown, room?: string): void {
  const said = fault instanceof Error ? fault.message.replace(/["'].*["']/s, "…") : "unknown";
  const hashed = room === undefined ? {} : { room: createHash("sha256").update(room).digest("hex").slice(0, 12) };
  console.error(JSON.stringify({ level: "error", id: crypto.randomUUID(), ...hashed, fault: said }));
}
