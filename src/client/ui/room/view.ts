// One room on one screen: the room's state as signals, and what only this screen knows (where I read, what I write).
import { batch, computed, effect, signal } from "@preact/signals";
import { createRef } from "preact";
import type { Body } from "../../../protocol/op.ts";
import { isOtherLog } from "../../other-log.ts";
import { shown } from "../../passage.ts";
import type { Room } from "../../room.ts";
import type { Pending, State } from "../../state.ts";
import { whenIdle } from "../browser/idle.ts";
import { asWritten, compose } from "../composer/draft.ts";
import { draftShelf } from "../composer/kept-draft.ts";
import { createDeletions } from "../message/deletions.ts";
import { keepName, nameIsNew } from "../people/own-name.ts";
import { entriesOf, lastToEdit } from "../timeline/entries.ts";
import { waitingOf } from "../timeline/first-sight.ts";
import { createJumps } from "../timeline/jumps.ts";
import { firstUnread, refusedElsewhere, rowsOf } from "../timeline/rows.ts";
import { followScroll } from "../timeline/scroll.ts";
import { unseenBy } from "../timeline/unseen.ts";
import { openWindow } from "../timeline/window.ts";
import { createPanels } from "./panels.ts";

/** What header and composer take of the screen at least, in pixels. */
const FRAME_PX = 130;

export type View = ReturnType<typeof showRoom>;

/** Shows a room, for as long as the page lives. */
export function showRoom(room: Room) {
  const state = signal(room.state);
  room.subscribe(() => {
    const before = state.peek();
    batch(() => {
      state.value = room.state;
      if (!isOtherLog(before, room.state)) return;
      composing.leaveMessage();
      unseen.startOver();
      deletions.forget();
    });
  });

  // One signal for each part, so that a roster change does not draw the timeline again.
  const part = <T>(of: (state: State) => T) => computed(() => of(state.value));
  const messages = part((state) => state.messages);
  const passage = part((state) => state.passage);
  const pending = part((state) => state.pending);
  const lookedUp = part((state) => state.lookedUp);
  const me = part((state) => state.you?.member ?? "");
  const people = part((state) => state.people);
  const link = part((state) => state.link);
  const cursor = part((state) => state.cursor);
  const welcomed = part((state) => state.welcomed);
  const you = part((state) => state.you);
  const here = part((state) => state.here);
  const leaving = part((state) => state.leaving);
  const typing = part((state) => state.typing);
  const topic = part((state) => state.topic);
  const title = part((state) => state.rules.title);
  const count = part((state) => state.count);
  const older = part((state) => shown(state).older);
  const loading = part((state) => state.loading);

  const deletions = createDeletions(room);
  const entries = computed(() =>
    entriesOf({
      messages: passage.value?.messages ?? messages.value,
      pending: pending.value,
      me: me.value,
      latest: passage.value === undefined,
      going: deletions.going.value,
    }),
  );
  const drawn = openWindow(entries, innerHeight - FRAME_PX);

  /** The message at the edge when I last asked for those beyond. An ask that failed is not repeated until the reader moves. */
  let askedAt: string | undefined;
  const asks = (edge: string | undefined, moved: boolean) => {
    const asked = link.value.is === "open" && !loading.value && (moved || askedAt !== edge);
    if (asked) askedAt = edge;
    return asked;
  };
  const scroll = followScroll({
    whole: computed(() => drawn.atBottom.value && passage.value === undefined),
    nearTop(moved) {
      // At first sight everything is near.
      if (!roomy) return;
      if (!drawn.atTop.value) drawn.up();
      else if (older.value && asks(entries.value[0]?.key, moved)) room.loadOlder();
    },
    nearBottom(moved) {
      if (!roomy) return;
      if (!drawn.atBottom.value) drawn.down();
      else if (passage.value !== undefined && asks(entries.value.at(-1)?.key, moved)) room.loadNewer();
    },
  });
  const composing = compose(room, draftShelf(room.state.room));
  const unseen = unseenBy({ state, messages, me, welcomed, atEnd: scroll.atEnd, hasLeft: scroll.hasLeft });
  const firstNew = computed(() => {
    const seen = unseen.mark.value;
    return seen === undefined ? undefined : firstUnread(entries.value, me.value, seen, older.value);
  });
  const jumps = createJumps({ room, entries, drawn, scroll });
  const ready = computed(() => !(welcomed.value && jumps.underWay.value));
  const all = computed(() => rowsOf(drawn.entries.value, firstNew.value, drawn.above.value));
  // Where one of them is to stand in the middle, none may come later.
  const waiting = jumps.underWay.peek() ? signal(0) : waitingOf(all);
  const rows = computed(() => all.value.slice(waiting.value));
  const refused = computed(() => refusedElsewhere(pending.value, rows.value));
  const panels = createPanels();
  let widening = false;
  let roomy = false;
  effect(() => {
    if (!ready.value || waiting.value > 0 || entries.value.length === 0 || widening) return;
    widening = true;
    whenIdle(function more() {
      roomy = !drawn.widen();
      if (!roomy) whenIdle(more);
      scroll.settle();
    });
  });

  effect(() => {
    if (welcomed.value && unseen.seeing.value) room.sawUpTo(cursor.value);
  });
  effect(() => {
    // Away from the end, the first row stays the first, however many come below.
    if (!scroll.atEnd.value) drawn.hold();
    // At the end so many may have come that they don't fit any more.
    else if (!drawn.atBottom.value) drawn.toEnd();
  });
  effect(() => {
    if (!scroll.atEnd.value) return;
    drawn.toEnd();
    room.keepLatest();
  });

  function toEnd() {
    batch(() => {
      room.latest();
      drawn.toEnd();
      scroll.toEnd();
    });
  }

  return {
    room,
    state,
    link,
    me,
    people,
    you,
    here,
    leaving,
    typing,
    topic,
    /** What the room is called, where that was set. */
    title,
    count,
    pending,
    welcomed,
    /** The talk can be shown: what it needs to look as it should is here, and where to look at it is known. */
    ready,
    /** Nothing that is loaded is above what is in the page. */
    atTop: drawn.atTop,
    /** So many of the first rows in the page wait to be drawn. */
    waiting,
    older,
    loading,
    /** Every message shown, and those of them that are in the page. */
    entries,
    rows,
    refused,
    lookedUp,
    /** The messages of others that I have not seen. */
    news: unseen.news,
    visible: unseen.visible,
    scroll,
    composing,
    deletions,
    jumps,
    panels,
    /** Where I write. */
    field: createRef<HTMLTextAreaElement>(),
    toEnd,
    /** Sends what is written, or what was made of it, and goes to where it appears. */
    submit(made?: readonly Body[]) {
      const editing = composing.editing.value !== undefined;
      batch(() => {
        if (!composing.submit(made) || editing) return;
        // Who writes under a name has accepted it.
        if (nameIsNew.value && state.value.you !== undefined) keepName(state.value.you.name);
        unseen.mark.value = undefined;
        toEnd();
      });
    },
    /** Drops a failed op; the words of a message go back to where they were written. */
    discard({ op }: Pending) {
      room.discard(op.id);
      if (op.kind === "send" || op.kind === "edit") composing.giveBack(asWritten(op.body));
      if (op.kind === "topic") composing.giveBack(`/topic ${op.text}`);
    },
    /** Begins to edit my last message. */
    editLast() {
      const last = lastToEdit(entries.value, me.value);
      if (last !== undefined) composing.edit(last);
    },
  };
}
