// How people are called within a sentence.
import { isolate, words } from "../../i18n/index.ts";
import type { View } from "../room/view.ts";

/** A member's name, as far as it is known. */
export function nameOf(view: View, member: string): string {
  return isolate(view.people.value.get(member)?.name ?? "…");
}

/** A member's name, or that it is me. */
export function nameOrYou(view: View, member: string): string {
  return member === view.me.value ? words.value.message.you : nameOf(view, member);
}
