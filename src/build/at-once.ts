// Lets a part that is fetched later come in one step: what it imports is asked for with it, and not when it has been read.
import { readFileSync, writeFileSync } from "node:fs";
import type { Metafile } from "esbuild";
import { addressOf, loadedWith } from "./pages.ts";

/** Where `entry` and what is loaded with it import one of these parts, they ask at once for all that it takes. */
export function fetchAtOnce({ outputs }: Metafile, entry: string, parts: readonly string[]): void {
  const here = loadedWith(outputs, entry);
  const files = Object.keys(outputs).filter((file) => parts.includes(outputs[file]?.entryPoint ?? ""));
  for (const script of here) {
    let text = readFileSync(script, "utf8");
    for (const file of files) {
      const others = [...loadedWith(outputs, file)].filter((each) => each !== file && !here.has(each)).map(addressOf);
      const asked = `import("${addressOf(file)}")`;
      // Whether they come is for the part itself to find out.
      const first = `${JSON.stringify(others)}.map(a=>import(a).catch(()=>0))`;
      if (others.length > 0) text = text.replace(asked, `(${first},${asked})`);
    }
    writeFileSync(script, text);
  }
}
