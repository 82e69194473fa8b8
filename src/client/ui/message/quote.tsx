// What a message answers: one line of it, and the way to it.
import { computed, useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import type { Message } from "../../../protocol/event.ts";
import { words } from "../../i18n/index.ts";
import { personStyle } from "../people/avatar.tsx";
import { usePerson } from "../people/person.ts";
import type { View } from "../room/view.ts";

/** The quote. A message that is not loaded is asked for, so that its line can be shown. */
export function Quote({ view, seq }: { view: View; seq: number }) {
  // By itself, so that it is not drawn again with every message.
  const quoted = useMemo(() => computed(() => find(view, seq)), [view, seq]);
  const message = quoted.value;
  const missing = useSignal(false);
  const open = view.link.value.is === "open";
  const known = message !== undefined;
  useEffect(() => {
    if (known || !open) return;
    let here = true;
    view.room.lookUp(seq).then((found) => {
      if (here) missing.value = found === undefined;
    });
    return () => {
      here = false;
    };
  }, [seq, known, open]);

  const say = words.value.message;
  if (message === undefined) return <p class="quote">{missing.value ? say.gone : say.looking}</p>;
  return <Line view={view} message={message} />;
}

function find(view: View, seq: number): Message | undefined {
  const loaded = view.entries.value.find(({ message }) => message.seq === seq)?.message;
  return loaded ?? view.lookedUp.value.get(seq);
}

function Line({ view, message: { seq, by, body } }: { view: View; message: Message }) {
  const person = usePerson(view, by);
  return (
    <button type="button" class="quote" style={personStyle(person)} onClick={() => view.jumps.goTo(seq)}>
      <bdi class="name">{person?.name ?? "…"}</bdi>{" "}
      <span dir="auto">{body?.text.slice(0, 160) ?? words.value.message.deleted}</span>
    </button>
  );
}
