// Doing what a line asks that begins with a slash: the same words as at the plain-text door.
import type { Op } from "../../../protocol/op.ts";
import { parseLine } from "../../../protocol/text.ts";
import { laterWords } from "../../i18n/later/index.ts";
import { sayBriefly } from "../browser/brief.ts";
import { keepName } from "../people/own-name.ts";
import type { View } from "../room/view.ts";

/** Obeys what is written. What can't be obeyed stays, with the reason in `wrong`, and is never sent as a message. */
export function obey(view: View): void {
  const { composing, panels, room, state } = view;
  const line = parseLine(composing.text.value);
  if (!line.ok) {
    composing.wrong.value = line.refusal.code;
    return;
  }
  const asked = line.value;
  if (asked.do === "op" && asked.op.kind === "send") {
    view.submit([asked.op.body]);
    return;
  }
  composing.write("");
  switch (asked.do) {
    case "op":
      return change(asked.op);
    case "topic":
      return sayBriefly(state.value.topic || laterWords.value.writing.noTopic);
    case "who":
      return panels.showRoster();
    case "find":
      panels.finding.value = asked.search.words;
      return;
    case "history":
      return view.jumps.back(asked.limit);
    case "help":
      panels.help.value = true;
  }

  function change(op: Op) {
    if (op.kind === "rename") room.rename(keepName(op.name) ?? op.name);
    if (op.kind === "topic") room.setTopic(op.text);
  }
}
