// Where a line leads in a terminal of so many columns. What is two cells wide and finds one left goes to the next row.
import stringWidth from "string-width";

const graphemes = new Intl.Segmenter();
const TAB = 8;

export interface Place {
  row: number;
  column: number;
}

/** The cursor's place after `text`, which began at { 0, 0 }. A row that is just full leads it to the next one's first cell. */
export function placeAfter(text: string, columns: number): Place {
  let row = 0;
  let column = 0;
  for (const { segment } of graphemes.segment(text)) {
    // A tab does not leave its row.
    const width = segment === "\t" ? Math.min(TAB - (column % TAB), columns - 1 - column) : stringWidth(segment);
    if (column + width > columns) [row, column] = [row + 1, 0];
    column += width;
    if (column >= columns) [row, column] = [row + 1, 0];
  }
  return { row, column };
}
