// Messages as lines of plain text, for the text door and for readers over HTTP; and as Markdown, which they are in.
import type { LogEvent, Message } from "../protocol/event.ts";
import { line, passage } from "../protocol/text.ts";
import { authorsOf, type Core } from "./core.ts";

/** One line for each message that can be read; other events and deleted messages have none. */
export function linesOf(core: Core, messages: readonly (LogEvent | Message)[]): string[] {
  const authors = authorsOf(core, messages);
  return messages.flatMap((message) => {
    const author = authors.find((person) => person.member === message.by);
    return (author && line(message, author)) ?? [];
  });
}

/** The messages that can be read as one Markdown text, each under its author and time. */
export function markdownOf(core: Core, messages: readonly (LogEvent | Message)[]): string {
  const authors = authorsOf(core, messages);
  return messages
    .flatMap((message) => {
      const author = authors.find((person) => person.member === message.by);
      return (author && passage(message, author)) ?? [];
    })
    .join("\n");
}
