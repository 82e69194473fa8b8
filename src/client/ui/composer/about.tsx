// What is being answered or edited, and the way out of it.
import { words } from "../../i18n/index.ts";
import { laterWords } from "../../i18n/later/index.ts";
import { LaterIcon } from "../controls/later-icons.tsx";
import { nameOf } from "../people/called.ts";
import type { View } from "../room/view.ts";

/** A line over what I write, where it is about a message. */
export function About({ view }: { view: View }) {
  const { replyTo, editing, stop } = view.composing;
  const say = laterWords.value.about;
  const about = replyTo.value ?? editing.value;
  if (about === undefined) return null;
  return (
    <div class="about">
      <LaterIcon is={editing.value === undefined ? "reply" : "edit"} />
      <p>
        <strong>{editing.value === undefined ? say.replyingTo(nameOf(view, about.by)) : say.editing}</strong>{" "}
        <span dir="auto">{about.body?.text.slice(0, 160) ?? words.value.message.deleted}</span>
      </p>
      <button type="button" class="quiet" aria-label={say.cancel} title={say.cancel} onClick={stop}>
        <LaterIcon is="close" />
      </button>
    </div>
  );
}
