// Lines in colours, where they are shown on something that has them.
import { styleText } from "node:util";
import type { Message, Person } from "../library/index.ts";

const COLOURS = ["cyan", "green", "magenta", "yellow", "blue", "red"] as const;

/** What the terminal itself says, dimmed, and further lines of it under the first. */
export function aside(text: string, stream: NodeJS.WritableStream): string {
  return styleText("dim", text.replaceAll("\n", "\n  "), { stream });
}

/** The line of a message under its time, with its author's colour, and further lines under the first. */
export function painted(
  { at, by }: Message,
  author: Person | undefined,
  line: string,
  stream: NodeJS.WritableStream,
): string {
  const time = new Date(at).toTimeString().slice(0, 5);
  const name = author?.name ?? "";
  const from = line.indexOf(name);
  const colour = COLOURS[[...by].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % COLOURS.length] ?? "cyan";
  const words = line.slice(from + name.length).replaceAll("\n", `\n${" ".repeat(6)}`);
  const who = styleText(["bold", colour], name, { stream });
  return `${styleText("dim", time, { stream })} ${line.slice(0, from)}${who}${words}`;
}
