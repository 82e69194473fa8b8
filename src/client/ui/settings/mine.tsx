// What is mine in a room: to get, to erase, to leave behind; and the room itself, if it is mine.

import { useSignal } from "@preact/signals";
import { DAY_S } from "../../../protocol/limits.ts";
import { laterWords } from "../../i18n/later/index.ts";
import { sayBriefly } from "../browser/brief.ts";
import { myRole, rulesOf } from "../moderation/standing.ts";
import { choose } from "../notice/bell.ts";
import { roomAddress } from "../room/address.ts";
import { roomPath } from "../room/links.ts";
import { moveAddress } from "../room/move.ts";
import type { View } from "../room/view.ts";
import { sharePart } from "../share/part.ts";

/** The choices, folded up. */
export function Mine({ view }: { view: View }) {
  const { mine: say } = laterWords.value;
  const role = myRole(view);
  const { keep } = rulesOf(view);
  const path = roomPath(view.room.state.room);
  const leave = () => {
    view.room.moderate({ kind: "leave" });
    // Once the room has heard of it.
    const stop = view.room.subscribe(() => {
      if (view.room.state.pending.some(({ op }) => op.kind === "leave")) return;
      stop();
      // Who comes again has not asked to be told.
      void choose("off").then(() => location.assign("/"));
    });
  };
  const end = async () => {
    const answer = await fetch(path, { method: "DELETE" }).catch(() => undefined);
    if (!answer?.ok) sayBriefly(laterWords.value.search.unreachable);
    else await choose("off");
  };
  return (
    <details class="mine">
      <summary>{say.title}</summary>
      {keep > 0 && <p>{say.keeps(keep / DAY_S)}</p>}
      <a class="quiet" href={`${path}/mine`} download="parlor-mine.json">
        {say.export}
      </a>
      <Grave name={say.erase} sure={say.eraseSure} act={() => view.room.moderate({ kind: "erase" })} />
      {role !== "owner" && role !== "guest" && <Grave name={say.leave} sure={say.leaveSure} act={leave} />}
      {role === "owner" && <MoveButton view={view} />}
      {role === "owner" && <Grave name={say.end} sure={say.endSure} act={() => void end()} />}
    </details>
  );
}

/** Makes the way to another device, and shows it. */
function MoveButton({ view }: { view: View }) {
  const { mine: say, search } = laterWords.value;
  const address = useSignal<string | undefined>(undefined);
  const part = address.value === undefined ? undefined : sharePart.value;
  const make = async () => {
    address.value = await moveAddress(view.room.state.room, roomAddress());
    if (address.value === undefined) sayBriefly(search.unreachable);
  };
  if (part && address.value !== undefined) return <part.Move address={address.value} />;
  return (
    <button type="button" class="quiet" onClick={() => void make()}>
      {say.move}
    </button>
  );
}

/** What can't be taken back is asked once more. */
function Grave({ name, sure, act }: { name: string; sure: string; act: () => void }) {
  const asked = useSignal(false);
  const press = () => {
    if (asked.value) act();
    asked.value = !asked.value;
  };
  return (
    <button type="button" class="quiet grave" onClick={press} onBlur={() => (asked.value = false)}>
      {asked.value ? sure : name}
    </button>
  );
}
