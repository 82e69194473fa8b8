// The bots and webhooks of a room in a sheet: those there are, a form for another, and what is told once of it.
import { useComputed, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { laterWords } from "../../i18n/later/index.ts";
import { Sheet } from "../controls/sheet.tsx";
import type { View } from "../room/view.ts";
import { lastMark } from "../timeline/last-mark.ts";
import { Adding } from "./adding.tsx";
import { askPrograms, type Listed, type Made, type No, type Wish } from "./asks.ts";
import { List } from "./list.tsx";
import { Once } from "./once.tsx";

/** What the sheet is at. */
type At = { is: "list" } | { is: "adding"; what: Wish["is"] } | { is: "made"; made: Made };

/** What is done about them: somebody else keeps the room in order too, or one has paused by itself. */
const CHANGES = ["bot", "hook", "revoke", "pause"];

/** The sheet, open as long as it is drawn. */
export function ProgramsSheet({ view, closed }: { view: View; closed: () => void }) {
  const { room } = view.room.state;
  const at = useSignal<At>({ is: "list" });
  const list = useSignal<Listed[] | undefined>(undefined);
  const no = useSignal<No | undefined>(undefined);
  const ask = async () => {
    const answer = await askPrograms(room);
    no.value = answer.no;
    list.value = answer.list ?? list.value;
  };
  const changed = useComputed(() => lastMark(view.state.value.messages, CHANGES)).value;
  useEffect(() => {
    void ask();
  }, [room, changed]);
  const back = () => {
    at.value = { is: "list" };
  };
  const now = at.value;
  return (
    <Sheet name={laterWords.value.moderation.programs} at="middle" closed={closed}>
      {() => (
        <div class="programs">
          {now.is === "list" && (
            <List
              view={view}
              list={list.value}
              no={no.value}
              changed={ask}
              add={(what) => {
                at.value = { is: "adding", what };
              }}
            />
          )}
          {now.is === "adding" && (
            <Adding
              room={room}
              what={now.what}
              back={back}
              made={(made) => {
                at.value = { is: "made", made };
                void ask();
              }}
            />
          )}
          {now.is === "made" && <Once made={now.made} done={back} />}
        </div>
      )}
    </Sheet>
  );
}
