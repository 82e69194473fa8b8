// Hosts a worker in a folder, from the claim on the folder to the last process gone.
import { join } from "node:path";
import { build } from "./build.ts";
import { buildOnce } from "./built.ts";
import { claim } from "./claim.ts";
import type { Flags } from "./flags.ts";
import { endLeftBehind, nameWorkerd } from "./left-behind.ts";

/** Builds and runs the worker of a wrangler.toml until `stop`. `ready` is told where it answers. */
export async function host(
  config: string,
  { dir, fresh = false, ...where }: Flags,
  stop: AbortSignal,
  ready: (url: URL) => void,
) {
  const mine = claim(dir);
  if (mine === undefined) throw new Error(`a living process serves ${dir} already, see ${join(dir, "serve.pid")}`);
  try {
    await endLeftBehind(dir);
    const built = join(dir, "built");
    // Miniflare takes a while to load.
    const [{ run }] = await Promise.all([
      import("./runtime.ts"),
      fresh ? build(config, built, stop) : buildOnce(config, built, stop),
    ]);
    await run({ built, workerd: nameWorkerd(dir), ...where, dir }, stop, ready);
  } finally {
    mine.end();
  }
}
