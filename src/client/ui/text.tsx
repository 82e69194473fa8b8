// The words of a message as nodes: addresses become links, line breaks stay, nothing else is understood.
import { isEmojiOnly, linkify } from "./linkify.ts";

/** A message's text. */
export function Text({ text }: { text: string }) {
  return (
    <div class={isEmojiOnly(text) ? "text large" : "text"} dir="auto">
      {linkify(text).map((piece) =>
        typeof piece === "string" ? (
          piece
        ) : (
          <a key={piece.at} href={piece.href} target="_blank" rel="noopener noreferrer nofollow ugc">
            {piece.href}
          </a>
        ),
      )}
    </div>
  );
}
