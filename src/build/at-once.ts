// Lets a part that is fetched later come in one step: what it imports is asked for with it, and not when it has been read.
import { readFileSync, writeFileSync } from "node:fs";
import type { Metafile } from "esbuild";
import { addressOf, loadedWith } from "./pages.ts";

/** Each `import()` in what is loaded with this entry asks at once for all that it takes, as modulepreload does for a page. */
export function fetchAtOnce({ outputs }: Metafile, entry: string): void {
  const here = loadedWith(outputs, entry);
  for (const file of here) {
    const script = readFileSync(file, "utf8").replaceAll(/\bimport\("(\/[^"]+)"\)/g, (asked, address: string) => {
      const needs = [...loadedWith(outputs, `public${address}`)].filter((need) => !here.has(need)).map(addressOf);
      const others = needs.filter((need) => need !== address);
      // Whether they come is for the part itself to find out.
      return others.length === 0 ? asked : `(${JSON.stringify(others)}.map(a=>import(a).catch(()=>0)),${asked})`;
    });
    writeFileSync(file, script);
  }
}
