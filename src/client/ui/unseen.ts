// What came while I was not looking: how much it is, and before which message the "new" line stands.
import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import type { Message } from "../../protocol/event.ts";

/** Follows what a reader sees. `atEnd` says whether the newest message is in sight when the tab is. */
export function unseenBy(
  messages: ReadonlySignal<readonly Message[]>,
  me: ReadonlySignal<string>,
  welcomed: ReadonlySignal<boolean>,
  atEnd: ReadonlySignal<boolean>,
) {
  const visible = signal(document.visibilityState === "visible");
  const seeing = computed(() => visible.value && atEnd.value);
  const seen = signal(0);
  /** The "new" line stands after this seq, and does not move while it is being looked for. */
  const mark = signal<number | undefined>();

  const since = (seq: number, all: readonly Message[]) =>
    all.filter((message) => message.seq > seq && message.by !== me.peek() && message.body !== null).length;
  /** How many messages of others I have not seen. */
  const count = computed(() => (seeing.value || !welcomed.value ? 0 : since(seen.value, messages.value)));

  effect(() => {
    if (!welcomed.value || seeing.value) return;
    // Peeked at, for what comes while one is away must not move the mark.
    const all = messages.peek();
    const newest = all.at(-1)?.seq ?? 0;
    seen.value = newest;
    // Scrolling up to find the line must not take it away; looking elsewhere may.
    if (!visible.value || mark.peek() === undefined || since(mark.peek() ?? 0, all) === 0) mark.value = newest;
  });
  document.addEventListener("visibilitychange", () => {
    visible.value = document.visibilityState === "visible";
  });

  /** The log is another one: what I saw of the one before says nothing about it. */
  function startOver() {
    seen.value = messages.peek().at(-1)?.seq ?? 0;
    mark.value = seeing.peek() ? undefined : seen.value;
  }

  return { count, mark, seeing, visible, startOver };
}
