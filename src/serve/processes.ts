// What runs on this machine, by its command line. Linux is read from /proc, for small images have no `ps`.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

export interface Running {
  pid: number;
  /** The program and its arguments, joined by spaces. */
  command: string;
}

/** Every process with a command line: no kernel threads, and nobody who is dead but not yet buried. */
export function running(): Running[] {
  return (process.platform === "linux" ? fromProc() : fromPs()).filter(({ command }) => command !== "");
}

function fromProc(): Running[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), command: commandLine(name) }));
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
  } catch {
    return ""; // it ended since the folder was read
  }
}

function fromPs(): Running[] {
  const lines = execFileSync("ps", ["-axww", "-o", "pid=", "-o", "command="], { encoding: "utf8" }).split("\n");
  return lines.flatMap((line) => {
    const [, pid, command] = /^\s*(\d+)\s+(.*)$/.exec(line) ?? [];
    return pid === undefined || command === undefined ? [] : [{ pid: Number(pid), command }];
  });
}
