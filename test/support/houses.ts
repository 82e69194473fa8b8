// Where the servers that files of tests share have their folders: made before all tests, and emptied after them.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { running } from "../../src/serve/processes.ts";

declare module "vitest" {
  interface ProvidedContext {
    houses: string;
  }
}

/** Makes the folder, and gives what ends all that runs there. */
export default function setup({ provide }: TestProject): () => void {
  const dir = mkdtempSync(join(tmpdir(), "parlor-houses-"));
  provide("houses", dir);
  return () => {
    for (const { pid } of running().filter(({ command }) => command.includes(dir))) process.kill(pid, "SIGKILL");
    rmSync(dir, { recursive: true, force: true, maxRetries: 10 });
  };
}
