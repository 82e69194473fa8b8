// A loud talk before people who have stopped reading, for F6: what is said, and what became of it with those who read on.
import { expect } from "vitest";
import { type EventReader, type Reader, readsEvents } from "../support/reader.ts";
import { until } from "../support/serve.ts";
import { judgeReaders, type Watched } from "./readers.ts";
import { long, size } from "./size.ts";
import { readLog } from "./talkers.ts";

const MIB = 1024 * 1024;
/** How much is said, in MiB. */
export const TRAFFIC = size(30, 50);
// 7.8 kB: seven of them fit a frame.
const TEXT = "字".repeat(2600);
const AT_ONCE = 7;
const SPEAKERS = 2;
const FRAMES = 4;

let rooms = 0;

/** So much in a fresh room, before `bo` and others like him, who have stopped reading, and before cy, who reads on. */
export async function aLoudTalk<R extends Reader>(
  url: string,
  come: (url: string, room: string) => Promise<R>,
  paused = 1,
) {
  const room = `loud-${rooms++}`;
  const still = await Promise.all(Array.from({ length: paused }, () => come(url, room)));
  const cy = await readsEvents(url, room);
  const speakers = await Promise.all(Array.from({ length: SPEAKERS }, () => readsEvents(url, room)));
  for (const bo of still) bo.pause();
  const rounds = Math.ceil((TRAFFIC * MIB) / (Buffer.byteLength(TEXT) * AT_ONCE * FRAMES * SPEAKERS));
  let said = 0;
  for (let round = 0; round < rounds; round += 1) {
    for (let frame = 0; frame < FRAMES; frame += 1) {
      for (const ann of speakers) ann.say(Array.from({ length: AT_ONCE }, () => `${said++} ${TEXT}`));
    }
    await until(() => [cy, ...speakers].every(({ events }) => events.length === said), 60_000);
  }
  for (const ann of speakers) ann.leave();
  const watched = (who: string, one: EventReader): Watched => ({ who, links: [one], level: true });
  /** What came of all of it, also to these. */
  const judged = async (...others: Watched[]) => {
    const log = long ? await readLog(url, room) : cy.events;
    const { faults, ...ops } = judgeReaders(
      [watched("cy", cy), ...speakers.map((ann, n) => watched(`ann ${n}`, ann)), ...others],
      log,
    );
    expect(faults).toEqual([]);
    return ops;
  };
  return { room, still, cy, speakers, said, judged };
}

/** The one of these. */
export function only<R>([one]: readonly R[]): R {
  if (one === undefined) throw new Error("nobody came");
  return one;
}
