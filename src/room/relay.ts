// The link of a session over HTTP, which outlives its sockets: between two polls it holds what is said, for the next one.
import { HELD } from "../protocol/session.ts";
import type { Link } from "./session.ts";

export interface Relay extends Link {
  /** What is said waits, so that none of it is lost. */
  readonly holds: boolean;
  /** From now on it does. The socket is told so, and hears no more. */
  hold(): void;
  /** Goes on over this link, beginning with what waited. */
  goOn(next: Link): void;
}

/** The relay of the session with this id, which begins on this link. What it holds is bounded as all that waits for a session is (credit.ts). */
export function relayOver(first: Link, id: string): Relay {
  let link = first;
  let held: string[] | undefined;
  let end: Parameters<Link["close"]> | undefined;
  return {
    id,
    send: (frame) => void (held === undefined ? link.send(frame) : held.push(frame)),
    close(code, reason) {
      if (held === undefined) link.close(code, reason);
      // Its last word has to be heard first.
      else end = [code, reason];
    },
    keep: (memory) => link.keep(memory),
    lastPing: () => link.lastPing(),
    get holds() {
      return held !== undefined;
    },
    hold() {
      link.send(HELD);
      held ??= [];
    },
    goOn(next) {
      link = next;
      for (const frame of held ?? []) link.send(frame);
      held = undefined;
      if (end !== undefined) link.close(...end);
    },
  };
}
