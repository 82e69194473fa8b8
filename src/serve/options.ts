// What wrangler makes of a wrangler.toml for Miniflare: written beside the worker when that is built, for wrangler takes two
// seconds to load. Its bindings are not: secrets may be among them.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { unstable_getMiniflareWorkerOptions, unstable_readConfig } from "wrangler";

const NAME = "options.json";

/** The worker's name, its first file, its variables as the wrangler.toml has them, and what Miniflare is told of it. */
export interface Options extends Pick<ReturnType<typeof unstable_readConfig>, "name" | "main" | "vars"> {
  worker: Omit<ReturnType<typeof unstable_getMiniflareWorkerOptions>["workerOptions"], "bindings">;
}

/** Writes them into the folder of a build. */
export async function writeOptions(config: string, built: string): Promise<void> {
  const { unstable_getMiniflareWorkerOptions: of, unstable_readConfig: read } = await import("wrangler");
  const { name, main, vars } = read({ config });
  const { bindings, ...worker } = of(config).workerOptions;
  const options: Options = { name, main, vars, worker };
  writeFileSync(join(built, NAME), JSON.stringify(options));
}

/** Reads what was written there. */
export function readOptions(built: string): Options {
  return JSON.parse(readFileSync(join(built, NAME), "utf8"));
}
