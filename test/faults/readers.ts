// What happened to people with bare sockets (test/support/reader.ts), by when it did: judged once it is over, so that nothing is
// slower for being written down.
import type { Down } from "../../src/protocol/down.ts";
import type { Event } from "../../src/protocol/event.ts";
import type { EventReader } from "../support/reader.ts";
import { check, type Verdict } from "./checker.ts";
import { keepDiary, placeOf } from "./diary.ts";
import type { History } from "./history.ts";

/** Somebody and their sockets, one after the other; `level` says whether they must know the whole log by now. */
export interface Watched {
  who: string;
  links: readonly EventReader[];
  level: boolean;
}

/** Judges what they said and heard by what the log is. */
export function judgeReaders(people: readonly Watched[], log: readonly Event[]): Verdict {
  const history: History = [];
  const happened: { at: number; note: () => void }[] = [];
  const diaries = people.map(({ who, links, level }) => {
    const diary = keepDiary(history, who);
    for (const { said, events, cameAt } of links) {
      for (const { at, op } of said) happened.push({ at, note: () => diary.sent(op) });
      for (const [n, event] of events.entries()) {
        const frame: Down<"events"> = { type: "events", events: [event], people: [], more: false };
        happened.push({ at: cameAt[n] ?? 0, note: () => diary.heard(frame) });
      }
    }
    return { diary, level };
  });
  for (const { note } of happened.sort((a, b) => a.at - b.at)) note();
  for (const { diary, level } of diaries) if (level) diary.quiet();
  history.push({ is: "read", epoch: log[0]?.id ?? "", log: log.map(placeOf), lines: [] });
  return check(history);
}
