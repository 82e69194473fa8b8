// What one can do with a message besides reacting to it.
import type { Message } from "../../../../protocol/event.ts";
import { laterWords } from "../../../i18n/later/index.ts";
import { copyText } from "../../browser/copy-text.ts";
import { canModerate } from "../../moderation/standing.ts";
import { messageAddress } from "../../room/links.ts";
import type { View } from "../../room/view.ts";

export interface Deed {
  is: "reply" | "copy" | "link" | "edit" | "delete";
  name: string;
  act: () => void;
}

/** The deeds, in the order in which they are offered; `own` ones for a message of mine. */
export function deedsOf(view: View, message: Message, own: boolean): Deed[] {
  const { actions: say } = laterWords.value;
  const everybody: Deed[] = [
    { is: "reply", name: say.reply, act: () => view.composing.reply(message) },
    { is: "copy", name: say.copyText, act: () => void copyText(message.body?.text ?? "") },
    { is: "link", name: say.copyLink, act: () => void copyText(messageAddress(message.seq)) },
  ];
  const gone: Deed = { is: "delete", name: say.delete, act: () => view.deletions.delete(message.seq) };
  if (!own) return canModerate(view, message.by) ? [...everybody, gone] : everybody;
  return [...everybody, { is: "edit", name: say.edit, act: () => view.composing.edit(message) }, gone];
}
