// The words of a message as nodes. Plain talk is understood here: addresses, names after an @. What is richer, in rich/.
import type { ComponentChildren } from "preact";
import { mentionsIn } from "../../../protocol/mentions.ts";
import { looksRich } from "../rich/looks-rich.ts";
import { richPart } from "../rich/part.ts";
import type { View } from "../room/view.ts";
import { isEmojiOnly } from "./emoji-only.ts";
import { linkify, type Piece } from "./linkify.ts";

/** A message's text. */
export function Text({ view, text }: { view: View; text: string }) {
  if (looksRich(text)) {
    // Until it is here, and where it can't be had, the text stands as it was written.
    const part = richPart.value;
    if (part !== undefined) {
      const plain = (words: string) => <WithMentions view={view} text={part.withEmoji(words)} />;
      return <part.Rich text={text} plain={plain} />;
    }
  }
  return (
    <div class={isEmojiOnly(text) ? "text large" : "text"} dir="auto">
      {linkify(text).map((piece) => (
        <Plain key={typeof piece === "string" ? piece : piece.at} view={view} piece={piece} />
      ))}
    </div>
  );
}

function Plain({ view, piece }: { view: View; piece: Piece }) {
  if (typeof piece === "string") return <WithMentions view={view} text={piece} />;
  return (
    <a href={piece.href} target="_blank" rel="noopener noreferrer nofollow ugc">
      {piece.href}
    </a>
  );
}

/** Words, with those marked that name somebody here, and most of all me. */
function WithMentions({ view, text }: { view: View; text: string }) {
  // Who has no @ in their words does not hear of new people.
  if (!text.includes("@")) return text;
  const nodes: ComponentChildren[] = [];
  let done = 0;
  for (const { at, length, members } of mentionsIn(text, view.people.value.values())) {
    const me = members.includes(view.me.value);
    nodes.push(
      text.slice(done, at),
      <span key={at} class={me ? "mention me" : "mention"}>
        {text.slice(at, at + length)}
      </span>,
    );
    done = at + length;
  }
  return [...nodes, text.slice(done)];
}
