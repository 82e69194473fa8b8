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

/**
 * A table, or a page that ends with one, with these rows: each in the place of the one that begins with the same cell, or at
 * the end.
 */
export function withRows(page: string, rows: readonly string[]): string {
  const lines = page.trimEnd().split("\n");
  const first = (line: string) => line.split(" | ", 1)[0];
  for (const row of rows) {
    const same = lines.findIndex((line) => first(line) === first(row));
    lines.splice(same === -1 ? lines.length : same, 1, row);
  }
  return lines.join("\n");
}

/** The section of a text between its markers `<!-- name -->` and `<!-- /name -->`. Throws where it has none. */
export function sectionOf(text: string, name: string): string {
  const { begin, end } = edges(text, name);
  return text.slice(begin, end).trim();
}

/** The text with that section replaced. Throws where it has none. */
export function replaceSection(text: string, name: string, section: string): string {
  const { begin, end } = edges(text, name);
  return `${text.slice(0, begin)}\n${section}\n${text.slice(end)}`;
}

function edges(text: string, name: string): { begin: number; end: number } {
  const first = `<!-- ${name} -->`;
  const last = `<!-- /${name} -->`;
  const begin = text.indexOf(first) + first.length;
  const end = text.indexOf(last, begin);
  if (!text.includes(first) || end === -1) throw new Error(`nothing between ${first} and ${last}`);
  return { begin, end };
}
