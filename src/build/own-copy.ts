// Keeps what only later parts use of a library out of the first file.
import { resolve } from "node:path";
import { type BuildOptions, build, type Plugin } from "esbuild";
import { loadedWith } from "./pages.ts";

/**
 * A library that is one module is cut into functions, but not into files: what any part uses of it would come with the
 * first. So what is fetched later gets a copy of its own. `first` is the entry of what comes first, in such a build.
 */
export async function ownCopy(library: string, how: BuildOptions, first: string): Promise<Plugin> {
  const { outputs } = (await build({ ...how, metafile: true, write: false })).metafile;
  const entry = Object.keys(outputs).find((file) => outputs[file]?.entryPoint === first) ?? "";
  const firstFiles = [...loadedWith(outputs, entry)].flatMap((file) => Object.keys(outputs[file]?.inputs ?? {}));
  const withFirst = new Set(firstFiles.map((file) => resolve(file)));
  return {
    name: `own copy of ${library}`,
    setup({ onResolve, resolve: find }) {
      onResolve({ filter: new RegExp(`^${library}$`) }, async ({ path, pluginData, ...from }) => {
        if (pluginData === "found" || withFirst.has(from.importer)) return undefined;
        const found = await find(path, { ...from, pluginData: "found" });
        return { ...found, suffix: "?later" };
      });
    },
  };
}
