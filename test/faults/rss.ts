// How much memory a process has.
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** In bytes, once the garbage of what was done is gone, as far as it goes: the lowest of two seconds. */
export async function leastMemory(pid: number): Promise<number> {
  const seen: number[] = [];
  for (let n = 0; n < 20; n += 1) {
    const [, kib] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    seen.push(Number(kib) * 1024);
    await sleep(100);
  }
  return Math.min(...seen);
}
