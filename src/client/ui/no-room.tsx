// An address that no room can have.
import { words } from "../i18n/index.ts";
import { Mark } from "./icons.tsx";

/** What to say, and the way home. */
export function NoRoom() {
  const { room, refused } = words.value;
  return (
    <main class="no-room">
      <Mark />
      <h1>{room.badTitle}</h1>
      <p>{refused.bad_room}</p>
      <a class="primary" href="/">
        {room.goHome}
      </a>
    </main>
  );
}
