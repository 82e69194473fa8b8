// What a line at the terminal does: a message, or one of the text door's commands, in the same words.
import type { Member } from "../library/index.ts";
import { sentences } from "../protocol/sentence.ts";
import { line, parseLine, say } from "../protocol/text.ts";

/** Does it; what it is answered with is shown, now or when the room has answered. Says whether to go on. */
export function command(room: Member, text: string, show: (answer: string) => void): boolean {
  if (/^\/(?:quit|exit|q)$/.test(text.trim())) return false;
  if (text.trim() !== "") obey(room, text, show);
  return true;
}

function obey(room: Member, text: string, show: (answer: string) => void): void {
  const parsed = parseLine(text);
  if (!parsed.ok) return show(`[${sentences[parsed.refusal.code]}]`);
  const { state } = room;
  const { value } = parsed;
  switch (value.do) {
    case "op":
      // The client mints an id of its own, and keeps the op until it is in the log.
      if (value.op.kind === "send") room.send(value.op.body.text, value.op.body.me ? { me: true } : {});
      if (value.op.kind === "rename") room.rename(value.op.name);
      if (value.op.kind === "topic") room.setTopic(value.op.text);
      return;
    case "topic":
      return show(say.topic(state.topic));
    case "who":
      return show(
        say.who(
          state.count,
          state.here.flatMap((member) => state.people.get(member) ?? []),
        ),
      );
    case "history":
      for (const each of linesOf(room, state.messages.slice(-value.limit))) show(each);
      return;
    case "find":
      void room.search(value.search.words).then((found) => {
        const lines = linesOf(room, found?.page ?? []);
        for (const each of lines.length > 0 ? lines : [say.notFound(found?.more === false)]) show(each);
      });
      return;
    case "pass":
      return room.enter(value.pass);
    case "help":
      return show(`${say.help().slice(0, -1)} · /quit]`);
  }
}

function linesOf({ state }: Member, messages: Member["state"]["messages"]): string[] {
  return messages.flatMap((message) => {
    const author = state.people.get(message.by);
    return (author && line(message, author)) ?? [];
  });
}
