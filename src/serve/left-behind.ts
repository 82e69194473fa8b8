// The workerd of a folder: started by a name inside the folder, so that the table of processes says whose rooms it holds.
import { rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import workerd from "workerd";
import { running } from "./processes.ts";

const GONE_WITHIN_MS = 10_000;

/** Gives workerd a name inside the folder, and returns it. */
export function nameWorkerd(dir: string): string {
  const name = join(dir, "workerd");
  rmSync(name, { force: true });
  symlinkSync(workerd.default, name);
  return name;
}

/**
 * Ends the workerd that a killed run left behind, and returns when it is gone: it holds the port and the database.
 * It is looked for by its command line. A pid that was written down could be missing (Miniflare starts another workerd
 * when one dies), or a stranger's by now.
 */
export async function endLeftBehind(dir: string): Promise<void> {
  const deadline = Date.now() + GONE_WITHIN_MS;
  for (let left = workerdsOf(dir); left.length > 0; left = workerdsOf(dir)) {
    if (Date.now() > deadline) throw new Error(`a workerd left behind does not end: process ${left.join(", ")}`);
    left.forEach(end);
    await sleep(20);
  }
}

function workerdsOf(dir: string): number[] {
  const command = `${join(dir, "workerd")} serve `;
  return running().flatMap((one) => (one.command.startsWith(command) ? [one.pid] : []));
}

function end(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It ended by itself.
  }
}
