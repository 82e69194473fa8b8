// One message in a sheet: its whole text to select from, when it was said, who reacted, and what one can do with it.
import { useSignal } from "@preact/signals";
import { words } from "../../../i18n/index.ts";
import { laterWords } from "../../../i18n/later/index.ts";
import { Icon } from "../../controls/icons.tsx";
import { LaterIcon } from "../../controls/later-icons.tsx";
import { Sheet } from "../../controls/sheet.tsx";
import { Picker } from "../../emoji/picker.tsx";
import { nameOrYou } from "../../people/called.ts";
import type { View } from "../../room/view.ts";
import { canEdit, type Entry } from "../../timeline/entries.ts";
import { fullTime } from "../../timeline/when.ts";
import { deedsOf } from "./deeds.ts";
import { Quick } from "./quick.tsx";

/** The sheet of a message. */
export function MessageSheet({ view, entry, closed }: { view: View; entry: Entry; closed: () => void }) {
  const picking = useSignal(false);
  const { message } = entry;
  const { lang } = words.value;
  const { actions: say } = laterWords.value;
  return (
    <Sheet name={say.title} closed={closed}>
      {(close) =>
        picking.value ? (
          <Picker
            chosen={(emoji) => {
              view.room.react(message.seq, emoji, true);
              close();
            }}
            close={close}
          />
        ) : (
          <>
            <p class="preview" dir="auto">
              {message.body?.text}
            </p>
            <p class="full-time">{fullTime(message.at, lang)}</p>
            <Who view={view} entry={entry} />
            <fieldset class="actions" aria-label={say.title}>
              <div class="react">
                <Quick view={view} message={message} reacted={close} />
                <button
                  type="button"
                  class="quiet"
                  aria-label={say.moreEmoji}
                  onClick={() => {
                    picking.value = true;
                  }}
                >
                  <Icon is="smile" />
                </button>
              </div>
              <div class="deeds">
                {deedsOf(view, message, canEdit(entry, view.me.value)).map(({ is, name, act }) => (
                  <button
                    key={is}
                    type="button"
                    onClick={() => {
                      close();
                      act();
                    }}
                  >
                    <LaterIcon is={is} />
                    {name}
                  </button>
                ))}
              </div>
            </fieldset>
          </>
        )
      }
    </Sheet>
  );
}

/** Who set which emoji. */
function Who({ view, entry }: { view: View; entry: Entry }) {
  const { reactions = [] } = entry.message;
  if (reactions.length === 0) return null;
  return (
    <ul class="who">
      {reactions.map(({ emoji, by }) => (
        <li key={emoji}>
          <span class="emoji">{emoji}</span> {laterWords.value.list(by.map((member) => nameOrYou(view, member)))}
        </li>
      ))}
    </ul>
  );
}
