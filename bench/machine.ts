// What a bench ran on: the machine, and the versions of what was measured.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cpus, totalmem, type } from "node:os";
import { fileURLToPath } from "node:url";
import type { Results } from "./report/results.ts";

/** A path of the project's. */
export const inProject = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** The version of an installed package. */
export function version(name: string): string {
  return JSON.parse(readFileSync(inProject(`node_modules/${name}/package.json`), "utf8")).version;
}

/** This machine. */
export function machine(): Results["machine"] {
  const cores = cpus();
  const model = /^model name\s*: (.+)$/m.exec(readFileSync("/proc/cpuinfo", "utf8"))?.[1];
  const kernel = execFileSync("uname", ["-r"], { encoding: "utf8" }).trim().split("-")[0];
  return {
    cpu: model ?? cores[0]?.model ?? "unknown",
    cores: cores.length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    os: `${type()} ${kernel}`,
  };
}
