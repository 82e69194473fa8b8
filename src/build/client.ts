// Builds the client into public/: scripts and styles under assets/, and the pages that load them.
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { type BuildOptions, build, type Metafile, type Plugin } from "esbuild";

/** So long chunks outlive their build, in milliseconds. */
const KEEP_MS = 24 * 3_600_000;
const PAGES = { index: "landing", room: "app" };

/** What we use of the data of one emoji. */
interface Emoji {
  annotation: string;
  emoji: string;
  group: number;
  order: number;
  version: number;
  shortcodes?: string[];
  tags?: string[];
}
const EMOJI_DATA = "node_modules/emoji-picker-element-data";
const emojiData: Plugin = {
  name: "emoji data",
  setup({ onLoad }) {
    const filter = /emoji-picker-element-data.*\.json$/;
    onLoad({ filter }, ({ path }) => ({ contents: JSON.stringify(trimmed(path)), loader: "file" }));
  },
};

/** Where the room's client starts. */
const APP = "src/client/ui/app.tsx";
/**
 * Whatever the first screen shares with what is fetched later comes with the first screen, in one file. Left to itself,
 * esbuild cuts it into a file for every set of parts that share it: thirty of them, and a fifth larger.
 */
const oneFirstFile: Plugin = {
  name: "one first file",
  setup({ onResolve, onLoad }) {
    const later = new Set<string>();
    onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) => {
      if (kind === "dynamic-import") later.add(resolve(resolveDir, path));
      return undefined;
    });
    onLoad({ filter: /\/src\/client\/.*\.tsx?$/ }, ({ path }) => {
      if (!later.has(path)) return undefined;
      const contents = `${readFileSync(path, "utf8")}\nimport ${JSON.stringify(resolve(APP))};`;
      return { contents, loader: path.endsWith("x") ? "tsx" : "ts" };
    });
  },
};

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
// Each by itself: what both share would be cut into a dozen small files, and the front page waits for all of them.
const built = await Promise.all([
  build({ ...how, entryPoints: room, plugins: [emojiData, oneFirstFile] }),
  build({ ...how, entryPoints: landing }),
]);
const metafile: Metafile = { inputs: {}, outputs: Object.assign({}, ...built.map((each) => each.metafile.outputs)) };

for (const [page, entry] of Object.entries(PAGES)) {
  const html = readFileSync(`src/client/pages/${page}.html`, "utf8");
  writeFileSync(
    `public/${page}.html`,
    html.replace("</head>", `${preloads(metafile, `public/assets/${entry}.js`)}  </head>`),
  );
}
sweep(metafile);

/** What an entry imports, to be fetched together with it: found one after the other, each would cost a round trip. */
function preloads({ outputs }: Metafile, entry: string): string {
  const found = new Set<string>();
  const follow = (file: string) => {
    for (const { path, kind } of outputs[file]?.imports ?? []) {
      if (kind !== "import-statement" || found.has(path)) continue;
      found.add(path);
      follow(path);
    }
  };
  follow(entry);
  return [...found].map((path) => `  <link rel="modulepreload" href="/${path.replace("public/", "")}" />\n  `).join("");
}

/** Chunks of earlier builds stay for a day: a page that was opened before finds its parts, and a deploy takes them along. */
function sweep({ outputs }: Metafile) {
  const old = Date.now() - KEEP_MS;
  for (const file of readdirSync("public/assets")) {
    const path = `public/assets/${file}`;
    if (!(path in outputs) && statSync(path).mtimeMs < old) rmSync(path);
  }
}

/** Without skin tones and emoticons, and with the same shortcodes in every language: they stand in messages. */
function trimmed(path: string): Emoji[] {
  const all: Emoji[] = JSON.parse(readFileSync(path, "utf8"));
  const english: Emoji[] = JSON.parse(readFileSync(`${EMOJI_DATA}/en/emojibase/data.json`, "utf8"));
  const shortcodes = new Map(english.map((each) => [each.emoji, each.shortcodes]));
  return all.map(({ annotation, emoji, group, order, version, tags = [] }) => ({
    annotation,
    emoji: asRoomsTakeIt(emoji),
    group,
    order,
    version,
    tags,
    shortcodes: shortcodes.get(emoji) ?? [],
  }));
}

/** The data marks some as emoji that are so by themselves, and then they are not what RGI_Emoji means. */
function asRoomsTakeIt(emoji: string): string {
  return /^\p{RGI_Emoji}$/v.test(emoji) ? emoji : emoji.replaceAll("\ufe0f", "");
}
