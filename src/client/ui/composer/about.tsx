// What is being answered or edited, and the way out of it.
import { words } from "../../i18n/index.ts";
import { Icon } from "../controls/icons.tsx";
import { nameOf } from "../people/called.ts";
import type { View } from "../room/view.ts";

/** A line over what I write, where it is about a message. */
export function About({ view }: { view: View }) {
  const { replyTo, editing, stop } = view.composing;
  const { composer, message: say } = words.value;
  const about = replyTo.value ?? editing.value;
  if (about === undefined) return null;
  return (
    <div class="about">
      <Icon is={editing.value === undefined ? "reply" : "edit"} />
      <p>
        <strong>{editing.value === undefined ? composer.replyingTo(nameOf(view, about.by)) : composer.editing}</strong>{" "}
        <span dir="auto">{about.body?.text.slice(0, 160) ?? say.deleted}</span>
      </p>
      <button type="button" class="quiet" aria-label={composer.cancel} title={composer.cancel} onClick={stop}>
        <Icon is="close" />
      </button>
    </div>
  );
}
