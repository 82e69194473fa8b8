// The rooms that this browser has been to, each in its own hue.
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { isolate, words } from "../../i18n/index.ts";
import { landingWords } from "../../i18n/landing/index.ts";
import { forget, recentRooms, type Visit } from "../browser/visits.ts";
import { Mark } from "../controls/icons.tsx";
import { LaterIcon } from "../controls/later-icons.tsx";
import { hueOf } from "../people/hue.ts";
import { roomPath } from "../room/links.ts";
import { isPrivate, roomTitle } from "../room/room-title.ts";
import { clock, dayName, dayOf } from "../timeline/when.ts";

const rooms = signal(recentRooms());

function look() {
  rooms.value = recentRooms();
}

/** The list; nothing for somebody who is new here. */
export function Recent() {
  useEffect(() => {
    // Shown again by Back, or changed by another tab.
    addEventListener("pageshow", look);
    addEventListener("storage", look);
    return () => {
      removeEventListener("pageshow", look);
      removeEventListener("storage", look);
    };
  }, []);
  if (rooms.value.length === 0) return null;
  return (
    <section class="recent">
      <h2>{landingWords.value.recent}</h2>
      <ul>
        {rooms.value.map((visit) => (
          <Visited key={visit.room} visit={visit} />
        ))}
      </ul>
    </section>
  );
}

function Visited({ visit: { room, at } }: { visit: Visit }) {
  const say = landingWords.value;
  const title = roomTitle(room, words.value);
  // Several private rooms are told apart by how their names end.
  const end = isPrivate(room) ? `…${room.slice(-4)}` : "";
  const now = Date.now();
  const { lang } = words.value;
  const when = dayOf(at) === dayOf(now) ? clock(at, lang) : dayName(at, now, words.value);
  const drop = () => {
    forget(room);
    look();
  };
  return (
    <li style={{ "--hue": String(hueOf(room)) }}>
      <a href={roomPath(room)}>
        <Mark />
        <span class="room">
          <bdi>{title}</bdi> <span class="end">{end}</span>
        </span>
        <time dateTime={new Date(at).toISOString()}>{when}</time>
      </a>
      <button
        type="button"
        class="quiet"
        aria-label={say.forget(isolate(`${title} ${end}`.trim()))}
        title={say.forget(isolate(`${title} ${end}`.trim()))}
        onClick={drop}
      >
        <LaterIcon is="close" />
      </button>
    </li>
  );
}
