// What a message answers: one line of it, and the way to it.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { words } from "../i18n/index.ts";
import { personStyle } from "./avatar.tsx";
import type { View } from "./view.ts";

/** The quote. A message that is not loaded is asked for, so that its line can be shown. */
export function Quote({ view, seq }: { view: View; seq: number }) {
  const loaded = view.entries.value.find(({ message }) => message.seq === seq)?.message;
  const message = loaded ?? view.lookedUp.value.get(seq);
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
  const person = view.people.value.get(message.by);
  return (
    <button type="button" class="quote" style={personStyle(person)} onClick={() => view.jumps.goTo(seq)}>
      <bdi class="name">{person?.name ?? "…"}</bdi>{" "}
      <span dir="auto">{message.body?.text.slice(0, 160) ?? say.deleted}</span>
    </button>
  );
}
