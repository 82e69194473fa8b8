// Where moderators write what the room is called.
import { useSignal } from "@preact/signals";
import { words } from "../../i18n/index.ts";
import { laterWords } from "../../i18n/later/index.ts";
import { roomTitle } from "../room/room-title.ts";
import type { View } from "../room/view.ts";

/** The field; Enter and leaving set the title. What is being written stands whatever happens in the room meanwhile. */
export function TitleRule({ view, title }: { view: View; title: string }) {
  const written = useSignal<string | undefined>(undefined);
  return (
    <label>
      {laterWords.value.moderation.title}
      <input
        dir="auto"
        maxLength={120}
        value={written.value ?? title}
        placeholder={roomTitle(view.room.state.room, words.value)}
        onInput={({ currentTarget }) => {
          written.value = currentTarget.value;
        }}
        onChange={({ currentTarget }) => {
          view.room.moderate({ kind: "rules", rules: { title: currentTarget.value } });
          written.value = undefined;
        }}
        onBlur={() => {
          written.value = undefined;
        }}
      />
    </label>
  );
}
