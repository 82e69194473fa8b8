// An address that no room can have: why, and where to go instead.
import { roomName } from "../../protocol/room-name.ts";
import { words } from "../i18n/index.ts";
import { Mark } from "./icons.tsx";

/** A name that a room can have and that is nearest to what was written, if there is anything of it to keep. */
export function nearestName(written: string): string | undefined {
  const name = written
    .normalize("NFKC")
    .replace(/[^\p{L}\p{M}\p{N}_-]+/gu, "-")
    .replace(/^[-\p{M}]+|-+$/gu, "");
  return roomName([...name].slice(0, 64).join(""));
}

/** What to say, and the ways on. `written` is what the address has in place of a name. */
export function NoRoom({ written }: { written: string }) {
  const { room, badRoom } = words.value;
  const nearest = nearestName(written);
  return (
    <main class="no-room">
      <Mark />
      <h1>{room.badTitle}</h1>
      <p>{badRoom}</p>
      <div class="buttons">
        {nearest !== undefined && (
          <a class="primary" href={`/r/${encodeURIComponent(nearest)}`}>
            {room.instead(nearest)}
          </a>
        )}
        <a class={nearest === undefined ? "primary" : "secondary"} href="/">
          {room.goHome}
        </a>
      </div>
    </main>
  );
}
