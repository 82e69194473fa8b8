// One room on one screen: the room's state as signals, and what only this screen knows (where I read, what I write).
import { batch, computed, effect, signal } from "@preact/signals";
import { createRef } from "preact";
import type { Message } from "../../protocol/event.ts";
import { isOtherLog } from "../other-log.ts";
import type { Room } from "../room.ts";
import type { Pending, State } from "../state.ts";
import { compose } from "./composing.ts";
import { keepName, nameIsNew } from "./own-name.ts";
import { lastToEdit, linesOf, refusedElsewhere, rowsOf } from "./rows.ts";
import { followScroll } from "./scroll.ts";
import { unseenBy } from "./unseen.ts";

/** Rows in the page while one is at the end; older ones are drawn as the reader comes to them. */
const ROWS = 150;
const MORE_ROWS = 60;

export type View = ReturnType<typeof showRoom>;

/** Shows a room, for as long as the page lives. */
export function showRoom(room: Room) {
  const state = signal(room.state);
  room.subscribe(() => {
    const before = state.peek();
    batch(() => {
      state.value = room.state;
      if (!isOtherLog(before, room.state)) return;
      composing.stop();
      unseen.startOver();
    });
  });

  // One signal for each part, so that a roster change does not draw the timeline again.
  const part = <T>(of: (state: State) => T) => computed(() => of(state.value));
  const messages = part((state) => state.messages);
  const pending = part((state) => state.pending);
  const lookedUp = part((state) => state.lookedUp);
  const me = part((state) => state.you?.member ?? "");
  const people = part((state) => state.people);
  const link = part((state) => state.link);
  const cursor = part((state) => state.cursor);
  const welcomed = part((state) => state.welcomed);
  const older = part((state) => state.older);
  const loading = part((state) => state.loading);

  /** The key of the first line drawn, where that is not simply the ROWSth from the end. */
  const from = signal<string | undefined>();
  /** The line whose actions are open in a sheet, and the one that was just jumped to. */
  const opened = signal<string | undefined>();
  const lit = signal<string | undefined>();

  const lines = computed(() => linesOf(messages.value, pending.value, me.value));
  const start = computed(() => {
    const at = from.value === undefined ? -1 : lines.value.findIndex(({ key }) => key === from.value);
    return at >= 0 ? at : Math.max(0, lines.value.length - ROWS);
  });
  /** The oldest message when I last asked for older ones. An ask that failed is not repeated until the reader moves. */
  let askedAt: number | undefined;
  const scroll = followScroll((moved) => {
    const oldest = messages.value[0]?.seq;
    // On a screen so tall that it shows all of this, more would be let go of at once, and so on for ever.
    if (scroll.atEnd.value && lines.value.length - start.value > 2 * ROWS - MORE_ROWS) return;
    if (start.value > 0) from.value = lines.value[Math.max(0, start.value - MORE_ROWS)]?.key;
    else if (older.value && !loading.value && link.value.is === "open" && (moved || askedAt !== oldest)) {
      askedAt = oldest;
      room.loadOlder();
    }
  });
  const composing = compose(room, room.state.room);
  const unseen = unseenBy(messages, me, welcomed, scroll.atEnd);
  const rows = computed(() => rowsOf(lines.value.slice(start.value), me.value, unseen.mark.value));
  const refused = computed(() => refusedElsewhere(pending.value, rows.value));

  effect(() => {
    if (welcomed.value && unseen.seeing.value) room.sawUpTo(cursor.value);
  });
  effect(() => {
    // Reading on at the end, neither the page nor the state need keep what was loaded on the way up.
    if (!scroll.atEnd.value) return;
    if (lines.value.length - start.value > 2 * ROWS) from.value = undefined;
    if (from.value === undefined) room.keepLatest();
  });
  effect(() => {
    // Away from the end, the first row stays the first, however many come below.
    if (!scroll.atEnd.value && from.peek() === undefined) from.value = lines.peek()[start.peek()]?.key;
  });

  return {
    room,
    state,
    link,
    me,
    people,
    welcomed,
    older,
    loading,
    rows,
    lines,
    refused,
    lookedUp,
    unseen: unseen.count,
    visible: unseen.visible,
    scroll,
    composing,
    /** Where I write. */
    field: createRef<HTMLTextAreaElement>(),
    opened,
    lit,
    /** Sends what is written, and goes to where it appears. */
    submit() {
      const editing = composing.editing.value !== undefined;
      batch(() => {
        if (!composing.submit() || editing) return;
        // Who writes under a name has accepted it.
        if (nameIsNew.value && state.value.you !== undefined) keepName(state.value.you.name);
        unseen.mark.value = undefined;
        from.value = undefined;
        scroll.toEnd();
      });
    },
    /** Drops a failed op; the words of a message go back to where they were written. */
    discard({ op }: Pending) {
      room.discard(op.id);
      if (op.kind === "send" || op.kind === "edit") composing.giveBack(op.body.text);
    },
    /** Begins to edit my last message. */
    editLast() {
      const last = lastToEdit(lines.value, me.value);
      if (last !== undefined) composing.edit(last);
    },
    /** Scrolls to a message that is loaded. */
    jumpTo(message: Message) {
      const index = lines.value.findIndex(({ key }) => key === message.id);
      scroll.show(message.id);
      if (index < start.value) from.value = lines.value[Math.max(0, index - MORE_ROWS)]?.key;
      lit.value = message.id;
    },
  };
}
