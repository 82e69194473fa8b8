// Who is here. Somebody who left is shown for a while longer: most who leave are changing networks and come back.
import type { Down, Welcome } from "../protocol/down.ts";
import { meet } from "./people.ts";
import type { State } from "./state.ts";

/** How long somebody who left is still shown, in milliseconds. */
export const LEAVE_GRACE_MS = 5_000;

/** The roster as a welcome has it. Who was shown and is not in it has left. */
export function welcomeRoster(state: State, { roster }: Welcome): State {
  const named = roster.here.map((person) => person.member);
  // A capped roster does not say who has left.
  const whole = roster.count <= named.length;
  const leaving = whole ? state.here.filter((member) => !named.includes(member)) : [];
  return {
    ...state,
    people: meet(state.people, roster.here),
    here: [...named, ...leaving],
    leaving,
    count: roster.count + leaving.length,
    read: readBy(state, roster.read),
  };
}

/** The roster after somebody came or left, or read on. */
export function changeRoster(state: State, frame: Down<"roster">): State {
  const joined = frame.joined.map((person) => person.member);
  const left = frame.left.filter((member) => state.here.includes(member) && !state.leaving.includes(member));
  const leaving = [...state.leaving.filter((member) => !joined.includes(member)), ...left];
  return {
    ...state,
    people: meet(state.people, frame.joined),
    here: [...state.here, ...joined.filter((member) => !state.here.includes(member))],
    leaving,
    // The room counts those whom it sees; who is still shown here counts too.
    count: frame.count + leaving.length,
    typing: state.typing.filter((member) => !frame.left.includes(member)),
    read: readBy(state, frame.read),
  };
}

/** The grace of somebody who left is over. Nothing changes for one who came back meanwhile. */
export function gone(state: State, member: string): State {
  if (!state.leaving.includes(member)) return state;
  const others = (one: string) => one !== member;
  return {
    ...state,
    here: state.here.filter(others),
    leaving: state.leaving.filter(others),
    count: state.count - 1,
  };
}

function readBy(state: State, news: readonly [string, number][]): State["read"] {
  const others = news.filter(([member]) => member !== state.you?.member);
  return others.length === 0 ? state.read : new Map([...state.read, ...others]);
}
