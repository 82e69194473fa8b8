// Joins a room: puts connection, outbox, sync and state together into the Room that a screen or a bot holds.
import type { Body } from "../protocol/op.ts";
import { createCurrent } from "./current.ts";
import { createHistory } from "./history.ts";
import type { Platform } from "./platform.ts";
import type { Room } from "./room.ts";
import { emptyRoom, type Wish } from "./state.ts";
import type { OutboxStore } from "./store/outbox-store.ts";
import { createSync } from "./sync.ts";
import { createTypist } from "./typing.ts";

export interface JoinOptions {
  /** The room's URL, with `ws:` or `wss:`. */
  url: string;
  /** The room's name, in its one spelling. */
  room: string;
  /** How this person would like to be called, where the room doesn't know them yet. */
  name?: string | undefined;
  platform: Platform;
  store: OutboxStore;
}

/** Joins at once, and stays joined over any number of links until `leave`. */
export function joinRoom({ url, room, name, platform, store }: JoinOptions): Room {
  const current = createCurrent({ ...emptyRoom(room), link: { is: "connecting", since: platform.now() } });
  const { connection, outbox, ask, sawUpTo, enter, stop } = createSync({ platform, url, name, store, current });
  const typist = createTypist(platform, (on) => connection.send({ type: "typing", on }));
  const history = createHistory(current, ask);
  const stopHints = platform.onHint(connection.nudge);

  function put(wish: Wish): string {
    const id = platform.mintId();
    current.batch(() => outbox.add({ ...wish, id }));
    return id;
  }

  connection.connect();

  return {
    get state() {
      return current.state;
    },
    subscribe: current.subscribe,

    send(text, { replyTo, me } = {}) {
      typist.sent();
      const body: Body = { text, ...(me && { me }) };
      return put({ kind: "send", body, ...(replyTo !== undefined && { replyTo }) });
    },
    moderate: (wish) => void put(wish),
    edit: (target, text, { me } = {}) => void put({ kind: "edit", target, body: { text, ...(me && { me }) } }),
    delete: (target) => void put({ kind: "delete", target }),
    react: (target, emoji, on) => void put({ kind: "react", target, emoji, on }),
    rename: (to) => void put({ kind: "rename", name: to }),
    setTopic: (text) => void put({ kind: "topic", text }),

    retry: (id) => current.batch(() => outbox.retry(id)),
    discard: (id) => current.batch(() => outbox.discard(id)),

    typing: typist.typing,
    looking: (on) => connection.send({ type: "looking", on }),
    sawUpTo,

    loadOlder: history.loadOlder,
    loadNewer: history.loadNewer,
    goTo: history.goTo,
    latest: history.latest,
    lookUp: history.lookUp,
    search: history.search,
    keepLatest: () => current.change({ type: "trim" }),

    showKept: (page) => current.change({ type: "kept", page }),

    enter,
    disconnect: connection.disconnect,
    connect: connection.connect,
    nudge: connection.nudge,
    hurry: outbox.hurry,
    leave() {
      stopHints();
      stop();
      store.close();
    },
  };
}
