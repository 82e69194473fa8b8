// Markdown as the README has it: paragraphs of its width, tables, and sections between two markers.

const WIDTH = 120;

/** A paragraph in lines of the README's width. */
export function folded(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(new RegExp(`(.{1,${WIDTH}})(?: |$)`, "g"), "$1\n")
    .trimEnd();
}

/** A table whose first column is words and whose others are numbers. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return [heads, heads.map((_, column) => (column === 0 ? "---" : "--:")), ...rows].map(row).join("\n");
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

/** A text with the section between its markers `<!-- name -->` and `<!-- /name -->` replaced. Throws where it has none. */
export function replaceSection(text: string, name: string, section: string): string {
  const first = `<!-- ${name} -->`;
  const last = `<!-- /${name} -->`;
  const begin = text.indexOf(first);
  const end = text.indexOf(last, begin);
  if (begin === -1 || end === -1) throw new Error(`nothing between ${first} and ${last}`);
  return `${text.slice(0, begin)}${first}\n${section}\n${text.slice(end)}`;
}
