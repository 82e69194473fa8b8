// Questions to the room, each with a number by which its answer is known.
import type { DownFrame } from "../protocol/down.ts";
import type { Up } from "./connection.ts";

export type Answer = Extract<DownFrame, { type: "answer" }>;
type Then = (answer: Answer | undefined) => void;

export interface Asks {
  /** Asks; `then` gets the answer, or nothing where the room refused or the link went. It is called exactly once. */
  ask(history: Extract<Up, { type: "ask" }>["history"], then: Then): void;
  answered(answer: Answer): void;
  refused(ref: number): void;
  /** The link went, and the answers with it. */
  drop(): void;
}

export function createAsks(send: (frame: Up) => void): Asks {
  const open = new Map<number, Then>();
  let ref = 0;

  function settle(number: number, answer: Answer | undefined) {
    const then = open.get(number);
    open.delete(number);
    then?.(answer);
  }

  return {
    ask(history, then) {
      open.set(++ref, then);
      send({ type: "ask", ref, history });
    },
    answered: (answer) => settle(answer.ref, answer),
    refused: (number) => settle(number, undefined),
    drop() {
      for (const number of [...open.keys()]) settle(number, undefined);
    },
  };
}
