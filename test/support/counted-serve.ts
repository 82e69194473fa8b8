// Serves the shipped Worker with a count of how often each room's object was made, in a folder, as `npm run serve` would.
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { host } from "../../src/serve/host.ts";
import { takeSignals } from "../../src/serve/stop.ts";

const CONFIG = fileURLToPath(new URL("../../bench/cost/worker/wrangler.toml", import.meta.url));

const { values } = parseArgs({
  options: { port: { type: "string", default: "0" }, dir: { type: "string", default: "" } },
});
const { port, dir } = values;

await host(CONFIG, { host: "127.0.0.1", port: Number(port), dir }, takeSignals(), (url) => {
  console.log(`counted rooms are at ${url.origin}, their storage in ${dir}`);
});
