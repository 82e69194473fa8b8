// What each server is in the comparison, and the order in which a report shows them.
import type { Results } from "./results.ts";

/** A rival is what people would use instead. A bound only passes on: it says what the platform can do. */
export type Kind = "rival" | "parlor" | "bound";

const ORDER: readonly Kind[] = ["rival", "parlor", "bound"];
const parlors = ["parlor", "parlor-text"];
const bounds = ["bare", "batch"];

export function kindOf(server: string): Kind {
  if (parlors.includes(server)) return "parlor";
  return bounds.includes(server) ? "bound" : "rival";
}

/** Rivals first, then Parlor, then the bounds; each kind in the order of the results. */
export function ranked(servers: Results["servers"]): Results["servers"] {
  return ORDER.flatMap((kind) => servers.filter(({ name }) => kindOf(name) === kind));
}
