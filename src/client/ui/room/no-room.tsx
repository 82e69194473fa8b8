// An address that no room can have: why, and where to go instead.
import { ROOM_NAME_POINTS } from "../../../protocol/limits.ts";
import { roomName } from "../../../protocol/room-name.ts";
import { isolate } from "../../i18n/index.ts";
import { laterWords } from "../../i18n/later/index.ts";
import { whyNot } from "../../i18n/refused/index.ts";
import { Mark } from "../controls/icons.tsx";
import { roomPath } from "./links.ts";

/** A name that a room can have and that is nearest to what was written, if there is anything of it to keep. */
export function nearestName(written: string): string | undefined {
  const name = written
    .normalize("NFKC")
    .replace(/[^\p{L}\p{M}\p{N}_-]+/gu, "-")
    .replace(/^[-\p{M}]+|-+$/gu, "");
  return roomName([...name].slice(0, ROOM_NAME_POINTS).join(""));
}

/** What to say, and the ways on. `written` is what the address has in place of a name. */
export function NoRoom({ written }: { written: string }) {
  const { noRoom, link } = laterWords.value;
  const nearest = nearestName(written);
  return (
    <main class="no-room">
      <Mark />
      <h1>{noRoom.title}</h1>
      <p>{whyNot("bad_room")}</p>
      <div class="buttons">
        {nearest !== undefined && (
          <a class="primary" href={roomPath(nearest)}>
            {noRoom.instead(isolate(nearest))}
          </a>
        )}
        <a class={nearest === undefined ? "primary" : "secondary"} href="/">
          {link.goHome}
        </a>
      </div>
    </main>
  );
}
