// What a client knows after something happened: a pure function, and the only one that changes a State.
import type { Down, Welcome } from "../protocol/down.ts";
import type { Message } from "../protocol/event.ts";
import type { Person } from "../protocol/person.ts";
import { apply } from "./apply.ts";
import { addNewer, addOlder, type Page, readLatest, readPassage } from "./passage.ts";
import { meet } from "./people.ts";
import { changeRoster, gone, welcomeRoster } from "./roster.ts";
import type { Link, Pending, State } from "./state.ts";
import type { LastPage } from "./store/last-pages.ts";

/** With more messages loaded than this, the oldest may go when nobody looks at them … */
const MANY_MESSAGES = 300;
/** … and so many stay. */
const LATEST_MESSAGES = 200;

export type Happening =
  | Down<"welcome" | "events" | "tail" | "roster" | "typing" | "pong">
  /** The page before the message `before` came, or the one after `after`, or one to read instead of the latest. */
  | ({ type: "older"; before: number } & Page)
  | ({ type: "newer"; after: number } & Page)
  | ({ type: "passage" } & Page)
  /** Back to the latest. */
  | { type: "latest" }
  | { type: "loading"; loading: boolean }
  | { type: "lookedUp"; page: Message[]; people: Person[] }
  | { type: "link"; link: Link }
  | { type: "pending"; pending: readonly Pending[] }
  | { type: "slow"; until: number | undefined }
  /** LEAVE_GRACE_MS after leaving; TYPING_EXPIRES_MS after typing. */
  | { type: "gone"; member: string }
  | { type: "quiet"; member: string }
  /** Nobody looks at the oldest messages. */
  | { type: "trim" }
  /** The page that was last on screen was found, in a browser that can't reach the room. */
  | { type: "kept"; page: LastPage };

/** The state after `what`; the same object where nothing changed. */
export function reduce(state: State, what: Happening): State {
  switch (what.type) {
    case "welcome":
      return welcomed(state, what);
    case "events":
      return apply(state, what.events, what.people);
    case "tail":
      return cutTo(state, what.tail);
    case "roster":
      return changeRoster(state, what);
    case "typing":
      return typing(state, what.member, what.on);
    case "quiet":
      return typing(state, what.member, false);
    case "gone":
      return gone(state, what.member);
    case "older":
      return addOlder(state, what.before, what);
    case "newer":
      return addNewer(state, what.after, what);
    case "passage":
      return readPassage(state, what);
    case "latest":
      return readLatest(state);
    case "loading":
      return { ...state, loading: what.loading };
    case "lookedUp":
      return lookedUp(state, what.page, what.people);
    case "pong":
      return toldHead(state, what.epoch, what.head);
    case "link":
      return { ...state, link: sinceLost(state.link, what.link) };
    case "pending":
      return { ...state, pending: what.pending };
    case "slow":
      return { ...state, slowUntil: what.until };
    case "trim":
      return state.messages.length <= MANY_MESSAGES
        ? state
        : { ...state, messages: state.messages.slice(-LATEST_MESSAGES), older: true };
    case "kept":
      return showKept(state, what.page);
  }
}

/** Whether this welcome's page takes the place of what is loaded: not when we are as far already, unless told to reset. */
export function takesPage(state: State, frame: Welcome): boolean {
  return frame.reset || (frame.page !== undefined && (frame.head > state.cursor || !state.welcomed));
}

function welcomed(state: State, frame: Welcome): State {
  const base = takesPage(state, frame) ? startFrom(state, frame) : state;
  const met = { ...base, people: meet(base.people, frame.people), you: frame.you, rules: frame.room.rules };
  return cutTo({ ...welcomeRoster(met, frame), link: { is: "open" }, head: frame.head, welcomed: true }, frame.tail);
}

function startFrom(state: State, { page = [], room, epoch, head, last, more }: Welcome): State {
  return {
    ...state,
    // A resume brings it by events instead, as it brings everything.
    topic: room.topic,
    epoch,
    cursor: head,
    last,
    messages: page,
    passage: undefined,
    lookedUp: new Map(),
    older: more,
    loading: false,
    read: new Map(),
  };
}

/** What is before the log's tail is gone. */
function cutTo(state: State, tail: number): State {
  const left = <P extends { messages: readonly Message[]; older: boolean }>(passage: P): P => {
    const messages = passage.messages.filter(({ seq }) => seq >= tail);
    return messages.length === passage.messages.length ? passage : { ...passage, messages, older: false };
  };
  const passage = state.passage && left(state.passage);
  return left(passage === state.passage ? state : { ...state, passage });
}

/** No cursor comes with it: the first welcome's page takes its place, whatever that room has. */
function showKept(state: State, { epoch, topic, messages, people, you }: LastPage): State {
  if (state.welcomed) return state;
  return { ...state, epoch, topic, messages, people: meet(state.people, people), you, older: true };
}

function typing(state: State, member: string, on: boolean): State {
  if (state.typing.includes(member) === on || member === state.you?.member) return state;
  return { ...state, typing: on ? [...state.typing, member] : state.typing.filter((one) => one !== member) };
}

function lookedUp(state: State, page: Message[], people: Person[]): State {
  const found = page.map((message) => [message.seq, message] as const);
  return { ...state, lookedUp: new Map([...state.lookedUp, ...found]), people: meet(state.people, people) };
}

function toldHead(state: State, epoch: string, head: number): State {
  const ours = state.epoch === "" || epoch === state.epoch;
  return ours && head > state.head ? { ...state, head } : state;
}

/** Over all the tries after a loss, `since` stays the time of the loss. */
function sinceLost(before: Link, link: Link): Link {
  return "since" in before && "since" in link ? { ...link, since: before.since } : link;
}
