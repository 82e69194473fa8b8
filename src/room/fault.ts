// Where a fault goes: to the operator's log under an id. Whoever caused it hears `internal` and nothing of the inside.

/** Logs a fault as one line of JSON, without its stack. */
export function logFault(fault: unknown): void {
  const id = crypto.randomUUID();
  console.error(JSON.stringify({ level: "error", id, fault: fault instanceof Error ? fault.message : "unknown" }));
}
