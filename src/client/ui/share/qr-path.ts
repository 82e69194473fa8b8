// A QR code as one path: each run of dark modules in a row is one rectangle.

/** The path of a matrix of modules, one unit each, row by row from the top; `true` is dark. */
export function qrPath(rows: readonly (readonly boolean[])[]): string {
  return rows.flatMap((row, y) => runs(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`)).join("");
}

/** Where the runs of dark modules begin, and how long they are. */
function runs(row: readonly boolean[]): [x: number, length: number][] {
  const found: [number, number][] = [];
  let start: number | undefined;
  for (let x = 0; x <= row.length; x++) {
    if (row[x] === true) {
      start ??= x;
    } else if (start !== undefined) {
      found.push([start, x - start]);
      start = undefined;
    }
  }
  return found;
}
