// The service worker, with what it keeps for a browser that is offline.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { type BuildOptions, build, type Metafile } from "esbuild";
import { addressOf, loadedWith } from "./pages.ts";

/** What a room or the front page needs before anything is asked of it. */
const FIRST = [
  "src/client/ui/room/app.tsx",
  "src/client/ui/room/call.ts",
  "src/client/ui/landing/start.tsx",
  "src/client/ui/room/second-screen.ts",
  "src/client/store/browser-store.ts",
  "src/client/ui/offline/offline.ts",
  "src/client/i18n/zh-TW.ts",
];
/** A chunk of more bytes than this (typesetting, emoji data) is kept when it is first used, not before. */
const LATER_BYTES = 100_000;
const STATIC = ["public/icon.svg", "public/icon-192.png", "public/manifest.webmanifest"];
const SHELLS = { "/": "public/index.html", "/room": "public/room.html" };
const how: BuildOptions = {
  entryPoints: ["src/offline/sw.ts"],
  outfile: "public/sw.js",
  bundle: true,
  format: "iife",
  minify: true,
  target: "es2024",
  logLevel: "warning",
};

/** Builds public/sw.js. Its version is that of all it keeps. */
export async function buildServiceWorker({ outputs }: Metafile): Promise<void> {
  const entries = Object.entries(outputs).filter(
    ([file, { entryPoint = "" }]) => FIRST.includes(entryPoint) || file.endsWith(".css"),
  );
  const files = [...new Set(entries.flatMap(([file]) => [...loadedWith(outputs, file)])), ...STATIC];
  const later = Object.keys(outputs).filter(
    (file) => file.endsWith(".js") && !files.includes(file) && (outputs[file]?.bytes ?? 0) < LATER_BYTES,
  );
  const hash = createHash("sha256");
  for (const file of [...files, ...later, ...Object.values(SHELLS)].sort())
    hash.update(file).update(readFileSync(file));
  const define = {
    FIRST: JSON.stringify([...Object.keys(SHELLS), ...files.map(addressOf)]),
    LATER: JSON.stringify(later.map(addressOf)),
  };
  // Its own code is part of the version that is written into it.
  const own = await build({ ...how, write: false, define: { ...define, VERSION: '""' } });
  for (const { contents } of own.outputFiles) hash.update(contents);
  await build({ ...how, define: { ...define, VERSION: JSON.stringify(hash.digest("hex").slice(0, 12)) } });
}
