// How a message changes: the one function by which the room builds its pages and a client follows its events.
// That they share it is what makes "page at k, plus events k+1 … n" equal "page at n".
import type { Event, LogEvent, Message, Reaction } from "./event.ts";
import { MESSAGE_MARKS } from "./limits.ts";

/** The message after the event, which may be about another one. Returns the same object where nothing changed. */
export function amend(message: Message, event: Event | LogEvent): Message {
  if (event.kind === "erase") return event.by === message.by && event.seq > message.seq ? tombstone(message) : message;
  if (!("target" in event) || event.target !== message.seq || message.body === null) return message;
  switch (event.kind) {
    case "edit":
      // An edit whose text is gone is replayed before the delete that took it.
      return event.body === null ? tombstone(message) : { ...message, body: event.body, edited: event.at };
    case "delete":
      return tombstone(message);
    case "react":
      return withReactions(message, react(message.reactions ?? [], event.emoji, event.by, event.on));
  }
}

/**
 * The messages, with the event at the last of them if it is one to show between messages: how the room is kept in order, and
 * neither about a message nor a name. Only the last so many are kept, or there would be no end to a page.
 */
export function withMark(messages: Message[], event: Event | LogEvent): Message[] {
  const last = messages.at(-1);
  if (last === undefined || "target" in event || event.kind === "send" || event.kind === "rename") return messages;
  const { was, ...rest } = { was: event.kind, ...event };
  const marks = [...(last.marks ?? []), { ...rest, kind: was }].slice(-MESSAGE_MARKS);
  return messages.with(-1, { ...last, marks });
}

function tombstone({ edited, reactions, ...message }: Message): Message {
  return { ...message, body: null };
}

function withReactions({ reactions: _, ...message }: Message, reactions: Reaction[]): Message {
  return reactions.length === 0 ? message : { ...message, reactions };
}

function react(reactions: Reaction[], emoji: string, by: string, on: boolean): Reaction[] {
  const others = (reaction: Reaction) => reaction.by.filter((member) => member !== by);
  if (on && !reactions.some((reaction) => reaction.emoji === emoji)) return [...reactions, { emoji, by: [by] }];
  return reactions
    .map((reaction) => {
      if (reaction.emoji !== emoji) return reaction;
      if (on && reaction.by.includes(by)) return reaction;
      return { emoji, by: on ? [...reaction.by, by] : others(reaction) };
    })
    .filter((reaction) => reaction.by.length > 0);
}
