// Keeps the first screen's scripts in one file.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Plugin } from "esbuild";

/**
 * Whatever the first screen shares with what is fetched later comes with the first screen, in one file. Left to itself,
 * esbuild cuts it into a file for every set of parts that share it: thirty of them, and a fifth larger.
 */
export const oneFirstFile = (app: string): Plugin => ({
  name: "one first file",
  setup({ onLoad }) {
    const later = fetchedLater("src/client");
    onLoad({ filter: /\/src\/client\/.*\.tsx?$/ }, ({ path }) => {
      if (!later.has(path)) return undefined;
      const contents = `${readFileSync(path, "utf8")}\nimport ${JSON.stringify(resolve(app))};`;
      return { contents, loader: path.endsWith("x") ? "tsx" : "ts" };
    });
  },
});

/** Every file below a folder that another one fetches by `import()`. */
function fetchedLater(folder: string): Set<string> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file));
  return new Set(
    files.flatMap((file) => {
      const path = join(folder, file);
      const imports = readFileSync(path, "utf8").matchAll(/\bimport\("(\.[^"]+)"\)/g);
      return [...imports].map(([, target = ""]) => resolve(dirname(path), target));
    }),
  );
}
