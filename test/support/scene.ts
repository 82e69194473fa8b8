// A talk that people have in a room, for a picture or a test: written down by day and hour, and then said by each of them.
import { createHash } from "node:crypto";
import type { Room } from "../../src/client/room.ts";
import type { State } from "../../src/client/state.ts";
import { joins } from "./people.ts";

export interface Line {
  /** When it is to look said, "18:41" of its day. */
  at: string;
  by: string;
  text: string;
  /** It answers the latest line before it that begins so. */
  to?: string;
  /** Who set which emoji on it. */
  reacts?: Readonly<Record<string, readonly string[]>>;
  /** An action ("/me"), or a text that replaced it later. */
  me?: true;
  edited?: string;
}

export interface Scene {
  room: string;
  topic?: string;
  /** The offset of its clock, "+08:00". */
  zone: string;
  /** Days, "2026-11-20", with what was said on them. */
  days: Readonly<Record<string, readonly Line[]>>;
  /** Who looks at the screen. All others that speak are here. */
  reader: string;
  typing?: string;
  /** Which of all people of these names they are: others look different. */
  cast?: number;
}

export interface Played {
  /** When each event is to look said, by its seq, in milliseconds since 1970. */
  times: ReadonlyMap<number, number>;
  /** What makes a browser the reader's: the value of its cookie. */
  secret: string;
  /** Who is to be seen typing begins to. */
  type(): void;
  /** Everybody leaves. */
  leave(): void;
}

/** Everybody comes in and says their lines, one after the other. Resolves when all is in the log. */
export async function play(
  server: string,
  { room, topic, zone, days, reader, typing, cast = 1 }: Scene,
): Promise<Played> {
  // The same each time, and so are these people's colours and tags.
  const secretOf = (name: string) => createHash("sha256").update(`${room}\n${name}\n${cast}`).digest("base64url");
  const people = new Map<string, Room>();
  const someone = (name: string) => {
    const known = people.get(name) ?? joins(server, room, name, { secret: secretOf(name) });
    people.set(name, known);
    return known;
  };
  const times = new Map<number, number>();
  const said: { text: string; seq: number }[] = [];

  const lines = Object.entries(days).flatMap(([day, each]) => each.map((line) => ({ ...line, day })));
  if (topic !== undefined) {
    const [first] = lines;
    const by = someone(first?.by ?? reader);
    by.setTopic(topic);
    await settled(by);
  }
  for (const { day, at, by, text, to, me, reacts = {}, edited } of lines) {
    const speaker = someone(by);
    const replyTo = to === undefined ? undefined : said.findLast((line) => line.text.startsWith(to))?.seq;
    if (to !== undefined && replyTo === undefined) throw new Error(`nobody said “${to}” before “${text}”`);
    speaker.send(text, { ...(replyTo !== undefined && { replyTo }), ...(me && { me }) });
    await settled(speaker);
    const seq = speaker.state.messages.at(-1)?.seq ?? 0;
    said.push({ text, seq });
    times.set(seq, Date.parse(`${day}T${at}:00${zone}`));
    if (edited !== undefined) speaker.edit(seq, edited);
    for (const [emoji, names] of Object.entries(reacts))
      for (const name of names) someone(name).react(seq, emoji, true);
    for (const person of people.values()) await settled(person);
  }
  const others = [...people].flatMap(([name, person]) => (name === reader ? [] : person));
  const end = Math.max(0, ...[...people.values()].map(({ state }) => state.head));
  for (const other of others) {
    await become(other, ({ cursor }) => cursor >= end);
    other.sawUpTo(end);
  }
  people.get(reader)?.leave();
  return {
    times,
    secret: secretOf(reader),
    type() {
      const typist = typing === undefined ? undefined : people.get(typing);
      // Or they would say it at most every three seconds.
      typist?.typing(false);
      typist?.typing(true);
    },
    leave: () => {
      for (const other of others) other.leave();
    },
  };
}

/** Resolves once all that this person did is in the log. */
const settled = (person: Room) => become(person, ({ pending, welcomed }) => welcomed && pending.length === 0);

/** Resolves once it is so for this person. */
function become(person: Room, so: (state: State) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!so(person.state)) return;
      stop();
      resolve();
    };
    const stop = person.subscribe(look);
    look();
  });
}
