// Drawn nodes as a line to read. Parts with a life of their own (code, maths) are written as what they are given.
import { type ComponentChildren, isValidElement, type VNode } from "preact";
import { drawBlocks } from "../../../../src/client/ui/rich/blocks.tsx";
import { CodeBlock } from "../../../../src/client/ui/rich/code-block.tsx";
import { Maths } from "../../../../src/client/ui/rich/maths.tsx";
import { parse } from "../../../../src/client/ui/rich/parse.ts";
import { Sideways } from "../../../../src/client/ui/rich/sideways.tsx";

export interface Drawn {
  tag: string;
  props: Record<string, unknown>;
  inside: (Drawn | string)[];
}

/** They hold state of their own, and are not called here. */
const PARTS = new Map<unknown, string>([
  [CodeBlock, "code-block"],
  [Maths, "maths"],
  [Sideways, "div"],
]);

/** What is the same everywhere, or said by a test of its own. */
const UNSAID = new Set(["dir", "target", "rel", "disabled", "aria-label", "scope"]);

/** A text as it is drawn, its plain words as they are. */
export function drawn(text: string): (Drawn | string)[] {
  const tokens = parse(text);
  if (tokens === undefined) throw new Error(`not understood: ${text}`);
  return read(drawBlocks(tokens, (words) => words, "auto"));
}

/** The same as one line; a `<` that somebody typed is `‹`, so that it can't be taken for a tag. */
export function outline(text: string): string {
  return drawn(text).map(write).join("");
}

/** Every element of it, from the outside in. */
export function elementsOf(nodes: (Drawn | string)[]): Drawn[] {
  return nodes.flatMap((node) => (typeof node === "string" ? [] : [node, ...elementsOf(node.inside)]));
}

/** All that a reader gets of it in the order of reading, where a link leads included. */
export function saidBy(nodes: (Drawn | string)[]): string {
  const said = (node: Drawn | string): string => {
    if (typeof node === "string") return node;
    const { href, title, lang, text, raw, checked } = node.props;
    return [checked && "x", saidBy(node.inside), lang, text, raw, href, title].filter(Boolean).join(" ");
  };
  return nodes.map(said).join("");
}

function read(node: ComponentChildren): (Drawn | string)[] {
  if (Array.isArray(node)) return node.flatMap(read);
  if (typeof node === "string") return [node];
  if (!isElement(node)) return [];
  const { type, props } = node;
  const { children, ...rest } = props;
  const part = PARTS.get(type);
  if (typeof type === "function" && part === undefined) return read(Reflect.apply(type, undefined, [props]));
  return [{ tag: part ?? String(type), props: rest, inside: isChildren(children) ? read(children) : [] }];
}

function write(node: Drawn | string): string {
  if (typeof node === "string") return node.replaceAll("<", "‹");
  const { tag, props, inside } = node;
  const said = Object.entries(props)
    .filter(([key, value]) => !UNSAID.has(key) && value !== undefined && value !== false && value !== "")
    .map(([key, value]) => (value === true ? ` ${key}` : ` ${key}="${value}"`));
  return inside.length > 0
    ? `<${tag}${said.join("")}>${inside.map(write).join("")}</${tag}>`
    : `<${tag}${said.join("")}>`;
}

function isElement(node: unknown): node is VNode<Record<string, unknown>> {
  return isValidElement(node);
}

function isChildren(value: unknown): value is ComponentChildren {
  return typeof value === "string" || Array.isArray(value) || isValidElement(value);
}
