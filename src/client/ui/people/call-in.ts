// Calling somebody in what I write.
import type { Person } from "../../../protocol/person.ts";
import { mentionOf } from "../message/mention-of.ts";
import type { View } from "../room/view.ts";

/** Puts their name after what is written, and goes on there. */
export function callIn({ composing, panels, people, field }: View, person: Person): void {
  const before = composing.text.value;
  const gap = before === "" || /\s$/.test(before) ? "" : " ";
  composing.write(`${before}${gap}${mentionOf(person, people.value.values())} `);
  if (panels.over.value) panels.toggleRoster();
  // The sheet has to be gone first: it keeps the focus inside.
  requestAnimationFrame(() => field.current?.focus());
}
