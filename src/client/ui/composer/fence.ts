// Fences of code in a text that is being written: whether one is open, and with what it was opened.

/** The line that opened the fence which is still open at the end of this text, or nothing. */
export function openFence(text: string): string | undefined {
  let open: string | undefined;
  if (!text.includes("```") && !text.includes("~~~")) return undefined;
  for (const line of text.split("\n")) {
    const [, fence, info = ""] = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
    if (fence === undefined) continue;
    // A line like ```this``` is code within a line.
    if (open === undefined) open = fence.startsWith("`") && info.includes("`") ? undefined : line.trim();
    else if (fence[0] === open[0] && fence.length >= marksOf(open).length && info.trim() === "") open = undefined;
  }
  return open;
}

/** The marks that an opening line begins with; the same marks close the fence. */
export function marksOf(opener: string): string {
  return /^(?:`+|~+)/.exec(opener)?.[0] ?? "";
}
