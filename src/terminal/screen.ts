// The terminal as a screen: what is said goes up line by line, above the line that is being written.
import { clearScreenDown, createInterface, cursorTo, moveCursor } from "node:readline";
import { styleText } from "node:util";
import stringWidth from "string-width";
import type { Message, Person } from "../library/index.ts";
import { line as lineOf } from "../protocol/text.ts";

export interface Screen {
  /** Shows a line, in brackets where it is the terminal's own. */
  show(text: string): void;
  message(message: Message, author: Person | undefined): void;
  /** Ends it, as the person does by Ctrl-D. */
  end(): void;
}

export interface ScreenEvents {
  line(text: string): void;
  ended(): void;
}

const PROMPT = "› ";
const COLOURS = ["cyan", "green", "magenta", "yellow", "blue", "red"] as const;

export function createScreen(on: ScreenEvents): Screen {
  const { stdin: input, stdout: output } = process;
  const terminal = output.isTTY === true;
  // Of what was written before, ↑ brings it back.
  const reader = createInterface({ input, output, terminal, prompt: terminal ? PROMPT : "", historySize: 200 });
  let open = true;

  /** Takes away the line that is being written, to be written again below. */
  function above(write: () => void): void {
    if (terminal && open) {
      const { rows } = reader.getCursorPos();
      moveCursor(output, 0, -rows);
      cursorTo(output, 0);
      clearScreenDown(output);
    }
    write();
    if (terminal && open) reader.prompt(true);
  }

  reader.on("line", (text) => {
    // What was sent comes back from the room, in its place: the line as it was written goes.
    if (terminal) {
      const width = stringWidth(PROMPT + text);
      moveCursor(output, 0, -Math.max(1, Math.ceil(width / (output.columns || 80))));
      cursorTo(output, 0);
      clearScreenDown(output);
    }
    on.line(text);
    if (open) reader.prompt();
  });
  reader.on("close", () => {
    open = false;
    on.ended();
  });
  reader.prompt();

  return {
    show: (text) => above(() => output.write(`${styleText("dim", text.replaceAll("\n", "\n  "))}\n`)),
    message(message, author) {
      const line = author && lineOf(message, author);
      if (line !== undefined) above(() => output.write(`${painted(message, author, line)}\n`));
    },
    end: () => reader.close(),
  };
}

/** The line of a message under its time, with its author's colour, and further lines under the first. */
function painted({ at, by }: Message, author: Person | undefined, line: string): string {
  const time = new Date(at).toTimeString().slice(0, 5);
  const name = author?.name ?? "";
  const from = line.indexOf(name);
  const colour = COLOURS[[...by].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % COLOURS.length] ?? "cyan";
  const words = line.slice(from + name.length).replaceAll("\n", `\n${" ".repeat(6)}`);
  return `${styleText("dim", time)} ${line.slice(0, from)}${styleText(["bold", colour], name)}${words}`;
}
