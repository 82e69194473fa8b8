// Builds the client library into dist/ or another folder, as a package of its own: `npm run library`, then `npm pack ./dist`.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const [DIST = "dist"] = process.argv.slice(2);
const TYPES = join(DIST, "types");

rmSync(DIST, { recursive: true, force: true });
mkdirSync(TYPES, { recursive: true });
await build({
  entryPoints: ["src/library/index.ts"],
  outfile: join(DIST, "index.js"),
  bundle: true,
  format: "esm",
  platform: "neutral",
  mainFields: ["module", "main"],
  conditions: ["browser", "import"],
  target: "es2023",
  logLevel: "warning",
});
const emit = ["--noEmit", "false", "--declaration", "--emitDeclarationOnly", "--outDir", TYPES, "--rootDir", "src"];
execFileSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "src/library", ...emit], { stdio: "inherit" });
// What the types say of valibot comes along: the package needs no other.
cpSync("node_modules/valibot/dist/index.d.mts", join(TYPES, "valibot.d.ts"));
for (const file of readdirSync(TYPES, { recursive: true, encoding: "utf8" })) {
  if (!file.endsWith(".d.ts")) continue;
  const up = "../".repeat(file.split(/[\\/]/).length - 1) || "./";
  const text = readFileSync(join(TYPES, file), "utf8")
    .replace(/(from "\.[^"]*)\.ts"/g, '$1.js"')
    .replaceAll('from "valibot"', `from "${up}valibot.js"`);
  writeFileSync(join(TYPES, file), text);
}

const { name, version, license, description } = JSON.parse(readFileSync("package.json", "utf8"));
const manifest = {
  name,
  version,
  description: `${description} The client, for bots and pages.`,
  license,
  type: "module",
  engines: { node: ">=22" },
  exports: { ".": { types: "./types/library/index.d.ts", default: "./index.js" } },
};
writeFileSync(join(DIST, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
cpSync("LICENSE", join(DIST, "LICENSE"));
for (const file of ["README.md", "echo.js"]) cpSync(join("src/library", file), join(DIST, file));
