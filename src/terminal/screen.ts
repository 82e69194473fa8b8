// The terminal as a screen: what is said goes up line by line, above what is being written.
import { clearScreenDown, createInterface, cursorTo, type Key, moveCursor } from "node:readline";
import type { Message, Person } from "../library/index.ts";
import { line as lineOf } from "../protocol/text.ts";
import { aside, painted } from "./paint.ts";
import { placeAfter } from "./rows.ts";

export interface Screen {
  /** Shows a line, in brackets where it is the terminal's own. */
  show(text: string): void;
  message(message: Message, author: Person | undefined): void;
  /** Ends it, as the person does by Ctrl-D. */
  end(): void;
}

export interface ScreenEvents {
  /** What was written, of one line or, where it was pasted, of several. */
  line(text: string): void;
  ended(): void;
}

/** What somebody types and reads: a terminal's, or pipes. */
export interface Streams {
  input: NodeJS.ReadableStream;
  output: NodeJS.WritableStream & { isTTY?: boolean; columns?: number };
}

const PROMPT = "› ";
/** Before further lines of what was pasted, and as wide. */
const FURTHER = "  ";
/** Asks the terminal to say where a paste begins and ends, and to say it no more. */
const TELL_PASTE = "\u001B[?2004h";
const TELL_NO_PASTE = "\u001B[?2004l";

export function createScreen(
  on: ScreenEvents,
  { input, output }: Streams = { input: process.stdin, output: process.stdout },
): Screen {
  const terminal = output.isTTY === true && process.env.TERM !== "dumb";
  // Of what was written before, ↑ brings it back.
  const reader = createInterface({ input, output, terminal, prompt: terminal ? PROMPT : "", historySize: 200 });
  let open = true;
  let pasting = false;
  /** Lines that were pasted: they go together with the one that is being written. */
  let held: string[] = [];

  const columns = () => output.columns || 80;
  const promptOf = (at: number) => (at === 0 ? PROMPT : FURTHER);
  const placeOf = (text: string, at: number) => placeAfter(promptOf(at) + text, columns());

  /** Takes away what is written, whose last line is this as far as the cursor, `below` so many rows further down. */
  function erase(last: string, below = 0): void {
    const above = held.reduce((rows, text, at) => rows + placeOf(text, at).row + 1, 0);
    moveCursor(output, 0, -(above + placeOf(last, held.length).row + below));
    cursorTo(output, 0);
    clearScreenDown(output);
  }

  /**
   * The reader counts code points, and emoji are several: it is told in which of its rows the cursor is. (Node's types don't know
   * this field of its, nor the one that is set below; the tests would notice if it had them no more.)
   */
  function stands(row: number): void {
    Reflect.set(reader, "prevRows", row);
  }

  function hold(lines: string[]): void {
    held = lines;
    if (terminal) reader.setPrompt(promptOf(held.length));
  }

  /** Writes above what is being written. */
  function above(write: () => void): void {
    if (!terminal || !open) return write();
    erase(reader.line.slice(0, reader.cursor));
    write();
    for (const [at, text] of held.entries()) {
      // A row that is full goes on in the next, as it did when it was typed.
      output.write(`${promptOf(at)}${text}${placeOf(text, at).column === 0 ? " " : ""}\n`);
    }
    stands(0);
    reader.prompt(true);
  }

  reader.on("line", (text) => {
    if (pasting) {
      hold([...held, text]);
    } else {
      // What was sent comes back from the room, in its place: the line as it was written goes.
      if (terminal) erase(text, 1);
      const written = [...held, text].join("\n");
      hold([]);
      on.line(written);
    }
    if (open) reader.prompt();
  });
  reader.on("SIGINT", () => {
    if (held.length === 0 && reader.line === "") return reader.close();
    // What is written goes first, as in a shell: a paste could not be taken back otherwise.
    for (const name of ["e", "u"]) reader.write(null, { ctrl: true, name });
    erase("");
    hold([]);
    reader.prompt();
  });
  reader.on("close", () => {
    open = false;
    if (terminal) output.write(TELL_NO_PASTE);
    on.ended();
  });
  if (terminal) {
    // Before the reader takes them.
    input.prependListener("keypress", (_, { name }: Key) => {
      // Else it does not look where a pasted letter leads.
      Reflect.set(reader, "isCompletionEnabled", true);
      stands(placeOf(reader.line.slice(0, reader.cursor), held.length).row);
      if (name === "paste-start") pasting = true;
      if (name === "paste-end") pasting = false;
    });
    output.write(TELL_PASTE);
  }
  reader.prompt();

  return {
    show: (text) => above(() => output.write(`${aside(text, output)}\n`)),
    message(message, author) {
      const line = author && lineOf(message, author);
      if (line !== undefined) above(() => output.write(`${painted(message, author, line, output)}\n`));
    },
    end: () => reader.close(),
  };
}
