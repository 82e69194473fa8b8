// The top of a room: where I am, how the connection stands, the link to share, who is here.
import { words } from "../i18n/index.ts";
import { Standing } from "./connection.tsx";
import { byHand, copied, copyAddress, roomAddress } from "./copy.ts";
import { Icon, Mark } from "./icons.tsx";
import { roomTitle } from "./title.ts";
import type { View } from "./view.ts";

/** The header. `toggleRoster` shows the people or folds them away. */
export function RoomHeader({
  view,
  rosterOpen,
  toggleRoster,
}: {
  view: View;
  rosterOpen: boolean;
  toggleRoster: () => void;
}) {
  const { room, share, roster } = words.value;
  const { room: name, count } = view.state.value;
  return (
    <header class="room-header">
      <a class="home" href="/" aria-label={room.home} title={room.home}>
        <Mark />
      </a>
      <div class="where">
        <h1 title={name}>
          <bdi>{roomTitle(name, words.value)}</bdi>
        </h1>
        <Standing view={view} />
      </div>
      <button type="button" class="quiet labelled" aria-label={share.copy} onClick={copyAddress}>
        <Icon is={copied.value ? "save" : "link"} />
        <span class="word" aria-live="polite">
          {copied.value ? share.copied : share.copy}
        </span>
      </button>
      <button
        type="button"
        class="quiet labelled"
        aria-label={roster.open(count)}
        title={roster.open(count)}
        aria-expanded={rosterOpen}
        onClick={toggleRoster}
      >
        <Icon is="people" />
        <span class="count">{count}</span>
      </button>
      {byHand.value && (
        <label class="by-hand">
          {share.copyThis}
          <input readOnly value={roomAddress()} ref={select} />
        </label>
      )}
    </header>
  );
}

/** Once, when it appears: a function made anew at each drawing would be called at each, and take the focus. */
const select = (field: HTMLInputElement | null) => field?.select();
