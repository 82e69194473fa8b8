// What a server uses of the machine: its process and all that it started, as Linux's /proc tells.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

export interface Usage {
  /** Seconds of CPU since it started, user and system. */
  cpu: number;
  /** Resident memory in bytes. */
  memory: number;
}

// The kernel's, on every Linux that Node runs on (getconf CLK_TCK, getconf PAGESIZE).
const TICKS_PER_SECOND = 100;
const PAGE_BYTES = Number(execFileSync("getconf", ["PAGESIZE"], { encoding: "utf8" }));

interface Entry {
  pid: number;
  parent: number;
  cpu: number;
  memory: number;
}

/** The processes of a server: the one that was started, and its descendants. */
function family(root: number): Entry[] {
  const all = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => entry(Number(name)) ?? []);
  const found = all.filter(({ pid }) => pid === root);
  for (const one of found) found.push(...all.filter(({ parent }) => parent === one.pid));
  return found;
}

function entry(pid: number): Entry | undefined {
  try {
    // The name in parentheses may have spaces in it.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ")
      .map(Number);
    const [, parent = 0, user = 0, system = 0, pages = 0] = [fields[0], fields[1], fields[11], fields[12], fields[21]];
    return { pid, parent, cpu: (user + system) / TICKS_PER_SECOND, memory: pages * PAGE_BYTES };
  } catch {
    return undefined; // it ended since the folder was read
  }
}

export function usage(root: number): Usage {
  const processes = family(root);
  const sum = (of: (entry: Entry) => number) => processes.reduce((total, one) => total + of(one), 0);
  return { cpu: sum((one) => one.cpu), memory: sum((one) => one.memory) };
}

/** Binds all threads of a process and of what it started to one core, and so whatever they start from now on. */
export function bind(root: number, core: number): void {
  for (const { pid } of family(root)) execFileSync("taskset", ["-a", "-c", "-p", String(core), String(pid)]);
}
