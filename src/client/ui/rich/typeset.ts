// Sets formulas by KaTeX, as MathML. Fetched with the first formula.
import katex from "katex";

/** Deeper than anybody writes; what the browser lays out without running out of its stack. */
const DEEPEST = 60;

/** The formula as an element; nothing where it is not understood. `display` for one that stands by itself. */
export function typeset(tex: string, display: boolean): Element | undefined {
  const place = document.createElement("span");
  try {
    katex.render(tex, place, {
      displayMode: display,
      output: "mathml",
      // What it shows instead of throwing is styled by an attribute, which the page's policy forbids.
      throwOnError: true,
      strict: "ignore",
      trust: false,
      maxSize: 20,
      maxExpand: 300,
      // These two would be, too.
      macros: { "\\pmb": "\\boldsymbol{#1}", "\\fcolorbox": "\\colorbox{#2}{#3}" },
    });
  } catch {
    return undefined;
  }
  const formula = place.firstElementChild ?? undefined;
  return formula && isShallow(formula, DEEPEST) ? formula : undefined;
}

function isShallow(element: Element, left: number): boolean {
  return left > 0 && [...element.children].every((child) => isShallow(child, left - 1));
}
