// Keeps the first screen's scripts in one file.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Plugin } from "esbuild";

/**
 * Whatever the first screen shares with what is fetched later comes with the first screen, in one file. Left to itself,
 * esbuild cuts it into a file for every set of parts that share it: thirty of them, and a fifth larger.
 */
export const oneFirstFile = (app: string): Plugin => ({
  name: "one first file",
  setup({ onResolve, onLoad }) {
    const later = new Set<string>();
    onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) => {
      if (kind === "dynamic-import") later.add(resolve(resolveDir, path));
      return undefined;
    });
    onLoad({ filter: /\/src\/client\/.*\.tsx?$/ }, ({ path }) => {
      if (!later.has(path)) return undefined;
      const contents = `${readFileSync(path, "utf8")}\nimport ${JSON.stringify(resolve(app))};`;
      return { contents, loader: path.endsWith("x") ? "tsx" : "ts" };
    });
  },
});
