// Builds the client into public/: scripts and styles under assets/, the pages that load them, the service worker.
import { readdirSync, rmSync, statSync } from "node:fs";
import { type BuildOptions, build, type Metafile } from "esbuild";
import { asModule } from "./as-module.ts";
import { fetchAtOnce } from "./at-once.ts";
import { isBuilt, markBuilt, sourcesNow } from "./built.ts";
import { emojiData } from "./emoji.ts";
import { oneFirstFile } from "./first-file.ts";
import { buildServiceWorker } from "./offline.ts";
import { ownCopy } from "./own-copy.ts";
import { writePages } from "./pages.ts";

const sources = sourcesNow();
if (isBuilt(sources)) process.exit();

/** So long chunks outlive their build, in milliseconds. */
const KEEP_MS = 24 * 3_600_000;
/** Where the room's client starts. */
const APP = "src/client/ui/room/app.tsx";
/** What its first messages may wait for. */
const AWAITED = ["src/client/ui/rich/rich.tsx"];

const room = [
  { in: APP, out: "assets/app" },
  { in: "src/client/ui/style/app.css", out: "assets/app" },
  { in: "src/client/ui/style/later.css", out: "assets/later" },
];
const landing = [
  { in: "src/client/ui/landing/start.tsx", out: "assets/landing" },
  { in: "src/client/ui/style/landing.css", out: "assets/landing" },
];
const how: BuildOptions & { metafile: true } = {
  outdir: "public",
  chunkNames: "assets/[name]-[hash]",
  assetNames: "assets/[name]-[hash]",
  publicPath: "/",
  // Data is fetched by its address when it is needed.
  loader: { ".json": "file" },
  bundle: true,
  format: "esm",
  splitting: true,
  minify: true,
  target: "es2024",
  metafile: true,
  logLevel: "warning",
};
/** Calls the room while its client is being fetched, and so shares no file with it. */
const call = [{ in: "src/client/ui/room/call.ts", out: "assets/call" }];
// Each by itself: what both share would be cut into a dozen small files, and the front page waits for all of them.
const ofRoom = { ...how, entryPoints: room, plugins: [asModule, emojiData, oneFirstFile(APP)] };
const built = await Promise.all([
  build({ ...ofRoom, plugins: [...ofRoom.plugins, await ownCopy("valibot", ofRoom, APP)] }),
  build({ ...how, entryPoints: call }),
  build({ ...how, entryPoints: landing }),
]);
const metafile: Metafile = { inputs: {}, outputs: Object.assign({}, ...built.map((each) => each.metafile.outputs)) };
fetchAtOnce(metafile, "public/assets/app.js", AWAITED);
writePages(metafile.outputs);
await buildServiceWorker(metafile);
sweep(metafile);
markBuilt(sources, [...Object.keys(metafile.outputs), "public/index.html", "public/room.html", "public/sw.js"]);

/** Chunks of earlier builds stay for a day: a page that was opened before finds its parts, and a deploy takes them along. */
function sweep({ outputs }: Metafile) {
  const old = Date.now() - KEEP_MS;
  for (const file of readdirSync("public/assets")) {
    const path = `public/assets/${file}`;
    if (!(path in outputs) && statSync(path).mtimeMs < old) rmSync(path);
  }
}
