// axe at somebody's screen: what it finds wrong with what is there, in the light and in the dark.
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";

const source = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
/**
 * Decoration that is made by ::before and ::after is looked past. Otherwise axe measures no contrast where there is any,
 * and there is some over the whole talk: where it fades out at its end.
 */
const options = {
  checks: { "color-contrast": { options: { ignorePseudo: true } } },
  resultTypes: ["violations"],
  // Our styles are all in the page.
  preload: false,
};
/** Where a sheet is over the room, that alone: nobody can do anything with what is behind it. */
const run = (
  more: object,
) => `axe.run(document.querySelector("dialog[open]") ?? document, ${JSON.stringify({ ...options, ...more })}).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => id + ": " + html + " " + failureSummary)))`;
export type Scheme = "light" | "dark";
/** The same page in other colours: what else there is was looked at. */
const contrast = { runOnly: ["color-contrast"] };

export interface Axe {
  /** Looks at what is on the page now, which goes by this name. */
  look(screen: string): Promise<void>;
  /** What was wrong so far, and where. */
  found: string[];
}

/** Comes with axe to a page. It has to have been opened without its policy, which lets in nothing but our own scripts. */
export function axeAt(page: Page, schemes: readonly Scheme[] = ["light", "dark"]): Axe {
  const found: string[] = [];
  return {
    found,
    async look(screen) {
      if (!(await page.evaluate("'axe' in window"))) await page.addScriptTag({ content: source });
      for (const [index, colorScheme] of schemes.entries()) {
        await page.emulateMedia({ colorScheme });
        const faults: string[] = await page.evaluate(run(index === 0 ? {} : contrast));
        found.push(...faults.map((fault) => `${screen}, ${colorScheme}: ${fault}`));
      }
    },
  };
}
