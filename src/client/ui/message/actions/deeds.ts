// What one can do with a message besides reacting to it.
import type { Message } from "../../../../protocol/event.ts";
import { laterWords } from "../../../i18n/later/index.ts";
import { copyText } from "../../browser/copy-text.ts";
import { memberOpen } from "../../moderation/member-open.ts";
import { canModerate } from "../../moderation/standing.ts";
import { nameOf } from "../../people/called.ts";
import { messageAddress } from "../../room/links.ts";
import type { View } from "../../room/view.ts";

export interface Deed {
  is: "reply" | "copy" | "link" | "edit" | "person" | "delete";
  name: string;
  act: () => void;
}

/** The deeds, in the order in which they are offered; `own` ones for a message of mine. */
export function deedsOf(view: View, message: Message, own: boolean): Deed[] {
  const { actions: say, moderation } = laterWords.value;
  const everybody: Deed[] = [
    { is: "reply", name: say.reply, act: () => view.composing.reply(message) },
    { is: "copy", name: say.copyText, act: () => void copyText(message.body?.text ?? "") },
    { is: "link", name: say.copyLink, act: () => void copyText(messageAddress(message.seq)) },
  ];
  const gone: Deed = { is: "delete", name: say.delete, act: () => view.deletions.delete(message.seq) };
  if (!own && canModerate(view, message.by)) {
    // Also where they are not here any more, and so not among the people.
    const act = () => {
      memberOpen.value = message.by;
    };
    return [...everybody, { is: "person", name: moderation.menu(nameOf(view, message.by)), act }, gone];
  }
  if (!own) return everybody;
  return [...everybody, { is: "edit", name: say.edit, act: () => view.composing.edit(message) }, gone];
}
