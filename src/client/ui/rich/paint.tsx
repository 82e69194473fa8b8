// The colours of code, by highlight.js. Fetched with the first block of code that names its language.
import bash from "highlight.js/lib/languages/bash";
import css from "highlight.js/lib/languages/css";
import diff from "highlight.js/lib/languages/diff";
import go from "highlight.js/lib/languages/go";
import javascript from "highlight.js/lib/languages/javascript";
import json from "highlight.js/lib/languages/json";
import python from "highlight.js/lib/languages/python";
import rust from "highlight.js/lib/languages/rust";
import sql from "highlight.js/lib/languages/sql";
import typescript from "highlight.js/lib/languages/typescript";
import xml from "highlight.js/lib/languages/xml";
import yaml from "highlight.js/lib/languages/yaml";
import { createLowlight } from "lowlight";
import type { ComponentChildren } from "preact";

const lowlight = createLowlight({ bash, css, diff, go, javascript, json, python, rust, sql, typescript, xml, yaml });
lowlight.registerAlias({ bash: ["shell", "console"] });

type Part = ReturnType<typeof lowlight.highlight>["children"][number];

/** Templates in templates in templates: from here on, they have the colour of the outermost. */
const DEEPEST = 12;

/** The code as coloured nodes; nothing where its language is not known. */
export function paint(text: string, lang: string): ComponentChildren {
  const name = lang.toLowerCase();
  if (!lowlight.registered(name)) return undefined;
  return lowlight.highlight(name, text, { prefix: "hl-" }).children.map((part) => draw(part, DEEPEST));
}

function draw(part: Part, left: number): ComponentChildren {
  if (part.type === "text") return part.value;
  if (part.type !== "element") return null;
  const children = part.children.map((child) => draw(child, left - 1));
  return left > 0 ? <span class={String(part.properties.className)}>{children}</span> : children;
}
