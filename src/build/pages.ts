// The pages, and what each of them loads.
import { readFileSync, writeFileSync } from "node:fs";
import type { Metafile } from "esbuild";

/** Each page by the script that it starts with. */
const PAGES = { index: "public/assets/landing.js", room: "public/assets/app.js" };

type Outputs = Metafile["outputs"];

/** A file and all that it imports, and those import, without what is fetched later. */
export function loadedWith(outputs: Outputs, file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const { path, kind } of outputs[file]?.imports ?? []) {
    if (kind === "import-statement") loadedWith(outputs, path, found);
  }
  return found;
}

/** What a page starts with: the entry, or the one file that is all it imports, where nothing is left in itself. */
function startOf(outputs: Outputs, entry: string): string {
  const { inputs = {}, imports = [] } = outputs[entry] ?? {};
  const own = Object.values(inputs).reduce((sum, { bytesInOutput }) => sum + bytesInOutput, 0);
  const [all] = imports;
  return own === 0 && imports.length === 1 && all !== undefined ? all.path : entry;
}

/** Writes the pages into public/. What a script imports is fetched together with it: found one by one, each costs a round trip. */
export function writePages(outputs: Outputs): void {
  for (const [page, entry] of Object.entries(PAGES)) {
    const html = readFileSync(`src/client/pages/${page}.html`, "utf8");
    const start = startOf(outputs, entry);
    const imported = [...loadedWith(outputs, start)].filter((file) => file !== start);
    const links = imported.map((file) => `  <link rel="modulepreload" href="${addressOf(file)}" />\n  `);
    const starting = html.replace(addressOf(entry), addressOf(start));
    writeFileSync(`public/${page}.html`, starting.replace("</head>", `${links.join("")}</head>`));
  }
}

/** Where a file of public/ is found by a browser. */
export function addressOf(file: string): string {
  return file.replace(/^public/, "");
}
