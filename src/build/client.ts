// Builds the client into public/: scripts and styles under assets/, and the pages that load them.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { build, type Metafile } from "esbuild";

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

/** Chunks of earlier builds go only now: another build of the same sources may be serving from here. */
function sweep({ outputs }: Metafile) {
  mkdirSync("public/assets", { recursive: true });
  for (const file of readdirSync("public/assets")) {
    if (!(`public/assets/${file}` in outputs)) rmSync(`public/assets/${file}`);
  }
}
