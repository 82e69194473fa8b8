// Builds the client into public/: scripts and styles under assets/, and the pages that load them.
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { build, type Metafile } from "esbuild";

/** So long chunks outlive their build, in milliseconds. */
const KEEP_MS = 24 * 3_600_000;
const PAGES = { index: "landing", room: "app" };

const { metafile } = await build({
  entryPoints: [
    { in: "src/client/ui/app.tsx", out: "assets/app" },
    { in: "src/client/ui/style/app.css", out: "assets/app" },
    { in: "src/client/ui/landing/start.tsx", out: "assets/landing" },
    { in: "src/client/ui/style/landing.css", out: "assets/landing" },
    { in: "src/client/ui/style/later.css", out: "assets/later" },
  ],
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
});

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
