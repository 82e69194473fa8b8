// What I am writing, kept over a reload: each tab keeps its own, and one that is closed leaves it to the next that is opened.
import * as v from "valibot";
import { Seq } from "../../../protocol/id.ts";

/** What was being written about a message: seq and id say which one. `text` is that of an edit. */
const About = v.object({ is: v.picklist(["reply", "edit"]), seq: Seq, id: v.string(), text: v.string() });
export type About = v.InferOutput<typeof About>;

const Kept = v.object({ draft: v.string(), about: v.optional(About) });
export type Kept = v.InferOutput<typeof Kept>;

export interface DraftShelf {
  /** What this tab kept, or else what a closed one left. */
  take(): Kept | undefined;
  /** Keeps this in place of what was kept before. */
  keep(kept: Kept): void;
}

/** The shelf of a room in this browser. Without storage (private windows, blocked cookies) it forgets, and that's all. */
export function draftShelf(room: string): DraftShelf {
  const key = `parlor draft ${room}`;
  // Not at each key: another tab of this room, opened meanwhile, would begin with the words of this one.
  addEventListener("pagehide", () => {
    const own = read("session", key);
    if (own !== undefined) write("local", key, own);
  });
  // The tab was not closed after all, only reloaded or left for a while.
  const takeBack = () => {
    if (read("local", key) === read("session", key)) write("local", key, undefined);
  };
  addEventListener("pageshow", takeBack);
  return {
    take() {
      const own = read("session", key);
      if (own !== undefined) return parse(own);
      const left = read("local", key);
      write("local", key, undefined);
      return left === undefined ? undefined : parse(left);
    },
    keep(kept) {
      write("session", key, kept.draft === "" && kept.about === undefined ? undefined : JSON.stringify(kept));
    },
  };
}

function parse(stored: string): Kept | undefined {
  try {
    const kept = v.safeParse(Kept, JSON.parse(stored));
    return kept.success ? kept.output : undefined;
  } catch {
    return undefined;
  }
}

type Which = "session" | "local";
const storage = (which: Which) => (which === "session" ? sessionStorage : localStorage);

function read(which: Which, key: string): string | undefined {
  try {
    return storage(which).getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

function write(which: Which, key: string, value: string | undefined) {
  try {
    if (value === undefined) storage(which).removeItem(key);
    else storage(which).setItem(key, value);
  } catch {
    // Forgotten, as it would be without storage.
  }
}
