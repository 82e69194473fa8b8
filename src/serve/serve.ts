// `npm run serve`: the worker on workerd, with its rooms in a folder, for those who host Parlor themselves and for load,
// crash and fault tests.
import { mkdirSync, realpathSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";
import { flags, USAGE } from "./flags.ts";
import { host } from "./host.ts";
import { takeSignals } from "./stop.ts";

const CONFIG = fileURLToPath(new URL("../../wrangler.toml", import.meta.url));

const asked = flags(process.argv.slice(2));
if (asked === undefined) {
  console.error(USAGE);
  process.exit(2);
}

// What Miniflare is compiled to is kept for the next start.
enableCompileCache();
const stop = takeSignals();
try {
  mkdirSync(asked.dir, { recursive: true });
  // One spelling for each folder, whatever links lead to it: its workerd is known by it.
  await host(CONFIG, { ...asked, dir: realpathSync(asked.dir) }, stop, (url) => {
    console.log(`Parlor is at ${url.origin}, its rooms in ${asked.dir}`);
  });
} catch (error) {
  if (!stop.aborted) {
    console.error(`Parlor does not run: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}
