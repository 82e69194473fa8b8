// Whether the client is built already: servers start with a build, and one that writes the same files anew would have a
// server beside it give half of one.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** All that a build is made of, besides Node. Here as in the stamp, paths are the project's. */
const SOURCES = ["src/client", "src/protocol", "src/offline", "src/build"];
const FILES = ["package-lock.json", "public/icon.svg", "public/icon-192.png", "public/manifest.webmanifest"];
const STAMP = join(ROOT, ".wrangler", "built.json");

/** What the build would be made of now. */
export function sourcesNow(): string {
  const inFolders = SOURCES.flatMap((folder) =>
    filesIn(join(ROOT, folder)).map((file) => relative(ROOT, file).replaceAll("\\", "/")),
  );
  const hash = createHash("sha256").update(process.version);
  for (const file of [...inFolders, ...FILES].sort()) hash.update(`\0${file}\0`).update(readFileSync(join(ROOT, file)));
  return hash.digest("hex");
}

/** Every file in a folder and below, in one order. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
}

/** Whether the last build was made of these, and all of it is there. What is there is as good as new then. */
export function isBuilt(sources: string): boolean {
  const last = readStamp();
  if (last?.sources !== sources || !last.files.every((file) => existsSync(join(ROOT, file)))) return false;
  const now = new Date();
  for (const file of last.files) utimesSync(join(ROOT, file), now, now);
  return true;
}

/** Remembers what was built of these. */
export function markBuilt(sources: string, files: readonly string[]): void {
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, JSON.stringify({ sources, files }));
}

function readStamp(): { sources: string; files: string[] } | undefined {
  try {
    return JSON.parse(readFileSync(STAMP, "utf8"));
  } catch {
    return undefined;
  }
}
