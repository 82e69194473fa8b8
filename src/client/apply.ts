// How events change what is shown: the one after the cursor, then the next, and never any other.
import type { Event, Message } from "../protocol/event.ts";
import { amend, withMark } from "../protocol/message.ts";
import type { Person } from "../protocol/person.ts";
import { meet, renamed } from "./people.ts";
import type { State } from "./state.ts";

/**
 * The state after those events that follow the cursor without a hole. Those at or before it are known and skipped, and
 * from a hole on nothing is applied: the caller sees it by a cursor that stays behind the last event, and asks again.
 */
export function apply(state: State, events: readonly Event[], authors: readonly Person[]): State {
  const fresh = contiguous(state.cursor, events);
  const newest = fresh.at(-1);
  if (newest === undefined) return state;
  let messages = [...state.messages];
  const wrote = new Set<string>();
  // Authors first: in a resume they have today's names already, and the renames on the way end at the same.
  let people = meet(state.people, authors);
  let { you, topic, rules, passage, lookedUp } = state;
  for (const event of fresh) {
    if (event.kind === "send") {
      messages.push(event);
      wrote.add(event.by);
    } else if (event.kind === "rename") {
      const author = people.get(event.by);
      if (author !== undefined) people = meet(people, [renamed(author, event.name)]);
      if (you?.member === event.by) you = renamed(you, event.name);
    } else if (event.kind === "topic") {
      topic = event.text;
    } else if (event.kind === "rules") {
      rules = { ...rules, ...event.rules };
    } else if (event.kind === "role") {
      if (you?.member === event.who) you = { ...you, role: event.role, demoted: event.role === "guest" || undefined };
    } else {
      // One about a message that is not loaded changes nothing: its page will come with it as it is then.
      const as = (message: Message) => amend(message, event);
      messages = messages.map(as);
      passage = passage && { ...passage, messages: passage.messages.map(as) };
      if (lookedUp.size > 0) lookedUp = new Map([...lookedUp].map(([seq, message]) => [seq, as(message)]));
    }
    messages = withMark(messages, event);
  }
  return {
    ...state,
    // Who was here before the room existed learns its epoch as everybody does later: it is the first event's id.
    epoch: fresh[0]?.seq === 1 ? fresh[0].id : state.epoch,
    cursor: newest.seq,
    last: newest.id,
    head: Math.max(state.head, newest.seq),
    messages,
    passage,
    lookedUp,
    people,
    // Who writes is a member by it, unless they were made a guest.
    you: you?.role === "guest" && !you.demoted && wrote.has(you.member) ? { ...you, role: "member" } : you,
    topic,
    rules,
    typing: state.typing.some((member) => wrote.has(member))
      ? state.typing.filter((member) => !wrote.has(member))
      : state.typing,
  };
}

function contiguous(cursor: number, events: readonly Event[]): Event[] {
  const fresh: Event[] = [];
  for (const event of events) if (event.seq === cursor + fresh.length + 1) fresh.push(event);
  return fresh;
}
