// People with the client that ships, who talk on a real server, and all that happens to them is written down.
import * as v from "valibot";
import type { Way } from "../../src/client/fallback/ways.ts";
import type { Platform } from "../../src/client/platform.ts";
import type { Room } from "../../src/client/room.ts";
import { Event, Message } from "../../src/protocol/event.ts";
import { joins, type Over } from "../support/people.ts";
import { until } from "../support/serve.ts";
import { check, type Verdict } from "./checker.ts";
import { placeOf } from "./diary.ts";
import { type History, lineOf } from "./history.ts";
import { record, recordScreen } from "./recorder.ts";

export interface Talker {
  who: string;
  room: Room;
  /** Says no more. */
  hush(): void;
}

/** What the talkers of one room share. */
export interface Talk {
  url: string;
  room: string;
  history: History;
  sent: Set<string>;
  talkers: Talker[];
}

export function newTalk(url: string, room: string): Talk {
  return { url, room, history: [], sent: new Set(), talkers: [] };
}

export interface TalkOptions {
  /** So many messages wait for their echo at a time; 0: says nothing by itself. */
  inFlight: number;
  /** What else is done to the client's world. */
  around?: (platform: Platform) => Platform;
  /** Another way to the same server, and what carries the frames. */
  url?: string;
  over?: Over;
  /** Told which way each link is made, where the client finds that out. */
  goes?: (way: Way) => void;
}

/** Somebody joins the talk, and says the next message as soon as fewer than `inFlight` wait, until hushed. */
export function talks(
  talk: Talk,
  who: string,
  { inFlight, around = (same) => same, url = talk.url, over = "websocket", goes = () => {} }: TalkOptions,
): Talker {
  let recorder: ReturnType<typeof record> | undefined;
  const room = joins(url, talk.room, who, {
    over,
    goes,
    around(platform) {
      recorder = record(talk.history, who, around(platform), talk.sent);
      return recorder.platform;
    },
  });
  recorder?.watch(room);
  let said = 0;
  let talking = inFlight > 0;
  const say = () => {
    while (talking && room.state.pending.length < inFlight) room.send(`${who} says ${++said}`);
    // Nobody reads so far back.
    room.keepLatest();
  };
  // Not at once: it would talk on while a frame is still being heard.
  room.subscribe(() => queueMicrotask(say));
  say();
  const hush = () => {
    talking = false;
  };
  const talker = { who, room, hush };
  talk.talkers.push(talker);
  return talker;
}

/** Whether everybody is connected, level with the others, and has nothing unsaid. */
export function isQuiet({ talkers }: Talk): boolean {
  const heads = new Set(talkers.map(({ room }) => room.state.cursor));
  return heads.size === 1 && talkers.every(({ room: { state } }) => state.link.is === "open" && allSaid(state));
}

const allSaid = ({ pending }: Room["state"]) => pending.every(({ status }) => status === "failed");

/** Hushes everybody, waits until it is quiet, reads the log by HTTP, and judges what happened. */
export async function judge(talk: Talk, withinMs = 60_000): Promise<Verdict> {
  for (const { hush } of talk.talkers) hush();
  await until(() => isQuiet(talk), withinMs);
  for (const { who, room } of talk.talkers) recordScreen(talk.history, who, room.state);
  const log = await readLog(talk.url, talk.room);
  const lines = log.flatMap((event) => (event.kind === "send" ? [lineOf(v.parse(Message, event))] : []));
  talk.history.push({ is: "read", epoch: log[0]?.id ?? "", log: log.map(placeOf), lines });
  for (const { room } of talk.talkers) room.leave();
  return check(talk.history);
}

const Reading = v.object({ events: v.array(Event), more: v.boolean() });

/** The whole log of a room, by HTTP. */
export async function readLog(url: string, room: string): Promise<Event[]> {
  const log: Event[] = [];
  for (let more = true; more; ) {
    const answer = await fetch(`${url}/r/${room}?since=${log.at(-1)?.seq ?? 0}`, {
      headers: { Accept: "application/json" },
    });
    const page = v.parse(Reading, await answer.json());
    log.push(...page.events);
    more = page.more;
  }
  return log;
}
