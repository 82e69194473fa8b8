// Where the servers that files of tests share have their folders: made before all tests, and emptied after them. And what they
// run, for ten that start at the same moment would build it ten times.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { TestProject } from "vitest/node";
import { buildOnce } from "../../src/serve/built.ts";
import { running } from "../../src/serve/processes.ts";

declare module "vitest" {
  interface ProvidedContext {
    houses: string;
  }
}

const WORKERS = ["wrangler.toml", "bench/cost/worker/wrangler.toml"];

/** Makes the folder, and gives what ends all that runs there. */
export default async function setup({ provide }: TestProject): Promise<() => void> {
  const dir = mkdtempSync(join(tmpdir(), "parlor-houses-"));
  provide("houses", dir);
  for (const worker of WORKERS) await buildOnce(resolve(worker), join(dir, "built"), new AbortController().signal);
  return () => {
    for (const { pid } of running().filter(({ command }) => command.includes(dir))) process.kill(pid, "SIGKILL");
    rmSync(dir, { recursive: true, force: true, maxRetries: 10 });
  };
}
