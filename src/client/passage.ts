// A stretch of older talk, read apart from the latest. When it has grown as far as the latest, the two become one.
import type { Message } from "../protocol/event.ts";
import type { Person } from "../protocol/person.ts";
import { meet } from "./people.ts";
import type { Passage, State } from "./state.ts";

/** A page of messages as they are now, with their authors; `more` there are in the direction asked for. */
export interface Page {
  page: readonly Message[];
  people: readonly Person[];
  more: boolean;
}

/** What is being read: the passage, or else the latest. */
export function shown({ passage, messages, older }: State): Passage {
  return passage ?? { messages, older };
}

/** Reads from this page on, instead of the latest. `more` older ones there are. */
export function readPassage(state: State, { page, people, more }: Page): State {
  if (page.length === 0) return state;
  return joined({ ...state, people: meet(state.people, people) }, { messages: page, older: more });
}

/** The page before the message `before` came. Asked for before a reset, a trim or a jump, it would leave a hole. */
export function addOlder(state: State, before: number, { page, people, more }: Page): State {
  const { messages } = shown(state);
  if (before !== messages[0]?.seq) return { ...state, loading: false };
  const grown = { messages: [...page, ...messages], older: more };
  const met = { ...state, people: meet(state.people, people), loading: false };
  return state.passage === undefined ? { ...met, ...grown } : { ...met, passage: grown };
}

/** The page after the passage's last message, `after`, came. */
export function addNewer(state: State, after: number, { page, people, more }: Page): State {
  const { passage } = state;
  const met = { ...state, loading: false };
  if (passage === undefined || after !== passage.messages.at(-1)?.seq) return met;
  const grown = { ...passage, messages: [...passage.messages, ...page] };
  return joined({ ...met, people: meet(state.people, people) }, grown, !more);
}

/** Back to the latest: the passage is let go. */
export function readLatest(state: State): State {
  return state.passage === undefined ? state : { ...state, passage: undefined };
}

/** With the passage; or, where it reaches the latest, with one talk made of both. */
function joined(state: State, passage: Passage, whole = false): State {
  // What the cursor has not come to yet comes again, as an event.
  const reached = passage.messages.filter(({ seq }) => seq <= state.cursor);
  const first = state.messages[0]?.seq ?? Infinity;
  const meets = whole || (reached.at(-1)?.seq ?? 0) >= first;
  if (!meets) return { ...state, passage: { ...passage, messages: reached } };
  const older = reached.filter(({ seq }) => seq < first);
  return { ...state, passage: undefined, messages: [...older, ...state.messages], older: passage.older };
}
