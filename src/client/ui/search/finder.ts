// Finding messages by their words: the room is asked, further and further back, until there is a screen full of them.
import { signal } from "@preact/signals";
import type { Message } from "../../../protocol/event.ts";
import { SEARCH_HITS } from "../../../protocol/limits.ts";
import type { Person } from "../../../protocol/person.ts";
import type { Room } from "../../room.ts";

/** Who types is waited for, in milliseconds. */
const PAUSE_MS = 250;
/** So often the room is asked before the reader is. */
const ASKS = 5;

export interface Hit {
  message: Message;
  author: Person | undefined;
}

export interface Found {
  /** What was looked for. */
  words: string;
  /** The latest first. */
  hits: readonly Hit[];
  /** Everything after this seq was looked at; nothing yet where it is undefined. */
  reached?: number | undefined;
  /** There is more to look at. */
  more: boolean;
}

export type Finder = ReturnType<typeof createFinder>;

/** Finds in one room. What was found last stays until something else is looked for. */
export function createFinder(room: Room) {
  const words = signal("");
  const found = signal<Found | undefined>();
  const looking = signal(false);
  /** The room can't be asked: the link is down. */
  const unreachable = signal(false);
  let pause: ReturnType<typeof setTimeout> | undefined;
  let latest = 0;

  async function look(from: Found) {
    clearTimeout(pause);
    const mine = ++latest;
    const enough = from.hits.length + SEARCH_HITS;
    let far = from;
    looking.value = true;
    for (let asked = 0; asked < ASKS && far.more && far.hits.length < enough; asked++) {
      const answer = await room.search(far.words, far.reached);
      // Something else is looked for by now.
      if (mine !== latest) return;
      unreachable.value = answer === undefined;
      if (answer === undefined) break;
      const { page, people, more, reached } = answer;
      const author = (member: string) => people.find((person) => person.member === member);
      const hits = page.map((message) => ({ message, author: author(message.by) })).reverse();
      far = { words: far.words, hits: [...far.hits, ...hits], reached, more };
      // What was found before, for other words, stands until there is something in its place.
      if (far.hits.length > 0) found.value = far;
    }
    looking.value = false;
    if (!unreachable.peek()) found.value = far;
  }

  function begin() {
    const wanted = words.peek().trim();
    if (wanted !== "") void look({ words: wanted, hits: [], more: true });
  }

  return {
    words,
    found,
    looking,
    unreachable,
    /** Other words; they are looked for when the writer pauses. */
    write(text: string) {
      words.value = text;
      clearTimeout(pause);
      if (text.trim() !== "") {
        pause = setTimeout(begin, PAUSE_MS);
        return;
      }
      latest++;
      looking.value = false;
      found.value = undefined;
    },
    /** Looks at once. */
    begin,
    /** Goes on before what was reached. */
    further() {
      if (found.value !== undefined) void look(found.value);
    },
  };
}
