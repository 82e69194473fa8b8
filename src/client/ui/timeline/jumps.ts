// Going to a message, wherever in the talk it is: from a quote, from a link like /r/lobby#m57.
import { batch, type ReadonlySignal, signal } from "@preact/signals";
import { words } from "../../i18n/index.ts";
import type { Room } from "../../room.ts";
import { sayBriefly } from "../browser/brief.ts";
import { seqIn } from "../room/address.ts";
import type { Entry } from "./entries.ts";
import { allAtOnce } from "./first-sight.ts";
import type { followScroll } from "./scroll.ts";
import type { openWindow } from "./window.ts";

export interface JumpOptions {
  room: Room;
  entries: ReadonlySignal<readonly Entry[]>;
  drawn: ReturnType<typeof openWindow>;
  scroll: ReturnType<typeof followScroll>;
}

export function createJumps({ room, entries, drawn, scroll }: JumpOptions) {
  /** The key of the message that was just jumped to. */
  const lit = signal<string | undefined>();
  /** The page was opened at a message, and has not come there yet. */
  const underWay = signal(seqIn(location.hash) !== undefined);

  function show(key: string) {
    drawn.show(key);
    scroll.show(key);
    lit.value = key;
  }

  /** Shows a message in the middle and lights it; false where it can't be had. */
  async function goTo(seq: number): Promise<boolean> {
    const found = await room.goTo(seq);
    if (underWay.peek()) await allAtOnce(entries.peek());
    batch(() => {
      const entry = entries.peek().find(({ message }) => message.seq === seq);
      if (entry !== undefined) show(entry.key);
      else sayBriefly(words.peek().message.gone);
      underWay.value = false;
    });
    return found;
  }

  function follow() {
    const seq = seqIn(location.hash);
    if (seq !== undefined) void goTo(seq);
  }
  // The first welcome brings the latest; what the address names is looked for then.
  const stop = room.subscribe(() => {
    if (!room.state.welcomed) return;
    stop();
    follow();
  });
  addEventListener("hashchange", follow);

  return {
    lit,
    underWay,
    goTo,
    /** Shows the message that is so many before the last. */
    back(count: number) {
      const entry = entries.peek().at(-Math.min(count, entries.peek().length));
      if (entry !== undefined) batch(() => show(entry.key));
    },
  };
}
