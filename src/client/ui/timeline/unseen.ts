// What came while I was not looking: how much it is, and before which message the "new" line stands.
import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import type { Message } from "../../../protocol/event.ts";
import type { State } from "../../state.ts";
import { recallSeen, rememberSeen } from "./seen.ts";

export interface Sight {
  state: ReadonlySignal<State>;
  messages: ReadonlySignal<readonly Message[]>;
  me: ReadonlySignal<string>;
  welcomed: ReadonlySignal<boolean>;
  /** The newest message is in sight when the tab is. */
  atEnd: ReadonlySignal<boolean>;
  /** They have just gone from there, and the browser is still to tell of it. */
  hasLeft(): boolean;
}

/** Follows what a reader sees. */
export function unseenBy({ state, messages, me, welcomed, atEnd, hasLeft }: Sight) {
  const visible = signal(document.visibilityState === "visible");
  const seeing = computed(() => {
    // Asked again with whatever comes, for that is not seen by who has left.
    void state.value;
    return visible.value && atEnd.value && !hasLeft();
  });
  /** The newest that was there while I was looking. */
  let looked: number | undefined;
  const seen = signal(0);
  /** The "new" line stands after this seq, and does not move while it is being looked for. */
  const mark = signal<number | undefined>();

  const since = (seq: number, all: readonly Message[]) =>
    all.filter((message) => message.seq > seq && message.by !== me.peek() && message.body !== null);
  /** The messages of others that I have not seen. */
  const news = computed(() => (seeing.value || !welcomed.value ? [] : since(seen.value, messages.value)));
  const newest = () => messages.peek().at(-1)?.seq ?? 0;

  let greeted = false;
  /** Where I left off when I was here last: the line stands there, but nothing counts as unseen that is on screen. */
  effect(() => {
    if (!welcomed.value || greeted) return;
    greeted = true;
    const { room, epoch } = state.peek();
    const left = recallSeen(room, epoch);
    if (left !== undefined && since(left, messages.peek()).length > 0) mark.value = left;
  });
  effect(() => {
    if (!welcomed.value || seeing.value) return;
    // Peeked at, for what comes while one is away must not move the mark.
    seen.value = looked ?? newest();
    // Scrolling up to find the line must not take it away; looking elsewhere may.
    if (!visible.value || mark.peek() === undefined || since(mark.peek() ?? 0, messages.peek()).length === 0)
      mark.value = seen.value;
  });
  effect(() => {
    const seq = messages.value.at(-1)?.seq;
    if (!welcomed.value || !seeing.value || seq === undefined) return;
    looked = seq;
    const { room, epoch } = state.peek();
    rememberSeen(room, epoch, seq);
  });
  document.addEventListener("visibilitychange", () => {
    visible.value = document.visibilityState === "visible";
  });

  /** The log is another one: what I saw of the one before says nothing about it. */
  function startOver() {
    seen.value = newest();
    looked = seen.value;
    mark.value = seeing.peek() ? undefined : seen.value;
  }

  return { news, mark, seeing, visible, startOver };
}
