// A terminal as somebody has it: keys go in, and what is drawn stands in cells, where a wide character takes two.
import { PassThrough } from "node:stream";
import { WriteStream } from "node:tty";

/** Han, kana, hangul, full-width forms and emoji. It counts for itself, for it shows whether our own counting is right. */
const WIDE = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\u3000-\u303F\uFF01-\uFF60\p{Emoji_Presentation}]/u;
const graphemes = new Intl.Segmenter();

export function openTerminal(columns: number, rows = 24) {
  let lines: string[][] = [[]];
  let row = 0;
  let column = 0;
  let raw = "";

  const line = () => {
    while (lines.length <= row) lines.push([]);
    return lines[row] ?? [];
  };

  function put(letter: string) {
    // A colour of skin is no letter of its own, also where it comes later.
    if (/^\p{Emoji_Modifier}/u.test(letter)) line()[column - 2] += letter;
    else place(letter);
  }

  function place(letter: string) {
    const width = WIDE.test(letter) ? 2 : 1;
    // What is written after a full row, or finds too little of one, goes to the next.
    if (column + width > output.columns) [row, column] = [row + 1, 0];
    const cells = line();
    while (cells.length < column) cells.push(" ");
    cells.splice(column, width, letter, ...(width === 2 ? [""] : []));
    column += width;
  }

  function write(segment: string) {
    if (segment === "\t") column = Math.min(column + 8 - (column % 8), output.columns - 1);
    else if (/[\r\n]$/.test(segment)) {
      column = 0;
      if (segment.endsWith("\n")) row += 1;
      line();
    } else put(segment);
  }

  function obey(many: number, command: string) {
    // A full row's cursor stands on its last cell.
    column = Math.min(column, output.columns - 1);
    if (command === "A") row = Math.max(0, lines.length - rows, row - many);
    if (command === "B") row = Math.min(row + many, Math.max(rows, lines.length) - 1);
    if (command === "C") column = Math.min(column + many, output.columns - 1);
    if (command === "D") column = Math.max(column - many, 0);
    if (command === "G") column = many - 1;
    if (command === "J") {
      line().splice(column);
      lines = lines.slice(0, row + 1);
    }
  }

  function draw(text: string) {
    raw += text;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal's own.
    for (const [part, many, command] of text.matchAll(/\x1B\[(\d*)[;\d?]*([A-Za-z])|[^\x1B]+/g)) {
      if (command !== undefined) obey(Number(many || 1), command);
      else for (const { segment } of graphemes.segment(part)) write(segment);
    }
  }

  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => {} });
  const screen = new PassThrough();
  const output = Object.assign(screen, {
    isTTY: true,
    columns,
    rows,
    getColorDepth: (env?: object) => WriteStream.prototype.getColorDepth.call(screen, env),
  });
  output.setEncoding("utf8").on("data", draw);
  return {
    input,
    output,
    /** Rows as they are seen, and where the cursor is. */
    rows: () => lines.map((cells) => cells.join("").trimEnd()),
    cursor: () => ({ row, column }),
    /** All that was written, with what is not seen. */
    raw: () => raw,
    /** Types these keys one by one, as hands do; `pastes` has them come in one, between the terminal's marks. */
    async types(keys: string) {
      for (const key of graphemes.segment(keys)) input.write(key.segment);
      await drawn();
    },
    async presses(key: string) {
      input.write(key);
      await drawn();
    },
    async pastes(text: string) {
      input.write(`\x1B[200~${text.replaceAll("\n", "\r")}\x1B[201~`);
      await drawn();
    },
    async resizes(to: number) {
      output.columns = to;
      output.emit("resize");
      await drawn();
    },
  };
}

/** What was written to a stream is there in the next turn. */
const drawn = () => new Promise((resolve) => setImmediate(resolve));
