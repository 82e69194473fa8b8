// Reads highlight.js as modules, which it is but for its last lines.
import { readFileSync } from "node:fs";
import type { Plugin } from "esbuild";

/** Without it, what esbuild needs to read CommonJS would come with the first screen, which has none. */
export const asModule: Plugin = {
  name: "highlight.js as modules",
  setup({ onLoad }) {
    onLoad({ filter: /\/highlight\.js\/lib\/.*\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replace(/^module\.exports = (\w+);$/m, "export default $1;"),
    }));
  },
};
