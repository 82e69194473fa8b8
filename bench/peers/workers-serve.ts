// Serves the peers that are Durable Objects as `npm run serve` serves Parlor: the same workerd, the same way.
import { fileURLToPath } from "node:url";
import { host } from "../../src/serve/host.ts";
import { takeSignals } from "../../src/serve/stop.ts";

const [port = "0", dir = ""] = process.argv.slice(2);
const config = fileURLToPath(new URL("wrangler.toml", import.meta.url));

await host(config, { host: "127.0.0.1", port: Number(port), dir }, takeSignals(), (url) => {
  console.log(`peers are at ${url.origin}, their storage in ${dir}`);
});
