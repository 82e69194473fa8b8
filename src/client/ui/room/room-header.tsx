// The top of a room: where I am and what it is about, how the connection stands, sharing, who is here.
import { useSignal } from "@preact/signals";
import { words } from "../../i18n/index.ts";
import { Icon, Mark } from "../controls/icons.tsx";
import { sharePart } from "../share/part.ts";
import { roomAddress } from "./address.ts";
import { roomTitle } from "./room-title.ts";
import { second } from "./second.ts";
import { Standing } from "./standing.tsx";
import type { View } from "./view.ts";

/** The header. */
export function RoomHeader({ view }: { view: View }) {
  const { room, roster } = words.value;
  const { beside, over, toggleRoster } = view.panels;
  const { room: name } = view.room.state;
  const topic = view.topic.value;
  const count = view.count.value;
  return (
    <header class="room-header">
      <a class="home" href="/" aria-label={room.home} title={room.home}>
        <Mark />
      </a>
      <div class="where">
        <h1 title={name}>
          <bdi>{view.title.value || roomTitle(name, words.value)}</bdi>
        </h1>
        {topic !== "" && <Topic key={topic} text={topic} />}
        <Standing view={view} />
      </div>
      {/* Its place is kept until it is here. */}
      <div class="finding">{second.here && <second.here.SearchButton view={view} />}</div>
      <Share view={view} />
      <button
        type="button"
        class="quiet labelled"
        aria-label={roster.open(count)}
        title={roster.open(count)}
        aria-expanded={beside.value || over.value}
        onClick={toggleRoster}
      >
        <Icon is="people" />
        <span class="count">{count}</span>
      </button>
    </header>
  );
}

/** One line of it; a press shows all. */
function Topic({ text }: { text: string }) {
  const open = useSignal(false);
  return (
    <button
      type="button"
      class="topic"
      title={text}
      aria-expanded={open.value}
      onClick={() => {
        open.value = !open.value;
      }}
    >
      <bdi>{text}</bdi>
    </button>
  );
}

function Share({ view }: { view: View }) {
  const { share } = words.value;
  const open = useSignal(false);
  const part = open.value ? sharePart.value : undefined;
  const press = async () => {
    open.value = (await sharePart.load()) !== undefined;
    // Without the panel, what most come for can be done all the same.
    if (!open.value) await second.here?.copyText(roomAddress());
  };
  return (
    <>
      <button
        type="button"
        class="quiet labelled"
        aria-label={share.open}
        title={share.open}
        aria-haspopup="dialog"
        onPointerEnter={() => void sharePart.load()}
        onClick={press}
      >
        <Icon is="share" />
        <span class="word">{share.open}</span>
      </button>
      {part && (
        <part.SharePanel
          view={view}
          closed={() => {
            open.value = false;
          }}
        />
      )}
    </>
  );
}
