// Questions to the room, each with a number by which its answer is known.
import type { Down } from "../protocol/down.ts";
import { remedyOf } from "../protocol/remedy.ts";
import type { Up } from "./connection.ts";
import type { Platform } from "./platform.ts";

export type Answer = Down<"answer">;
/** What can be asked: for a stretch of history, or for words. */
export type Question = Unnumbered<Extract<Up, { type: "ask" | "search" }>>;
type Unnumbered<Frame> = Frame extends Up ? Omit<Frame, "ref"> : never;
type Then = (answer: Answer | undefined) => void;

export interface Asks {
  /** Asks; `then` gets the answer, or nothing where the room refused or the link went. It is called exactly once. */
  ask(question: Question, then: Then): void;
  answered(answer: Answer): void;
  /** A refusal to wait for is waited for, in seconds; any other is the answer. */
  refused(refusal: Down<"refused">): void;
  /** The link went, and the answers with it. */
  drop(): void;
}

export function createAsks(platform: Platform, send: (frame: Up) => void): Asks {
  const open = new Map<number, { question: Question; then: Then }>();
  let ref = 0;

  function settle(number: number, answer: Answer | undefined) {
    const asked = open.get(number);
    open.delete(number);
    asked?.then(answer);
  }

  function put(number: number) {
    const asked = open.get(number);
    if (asked !== undefined) send({ ref: number, ...asked.question });
  }

  return {
    ask(question, then) {
      open.set(++ref, { question, then });
      put(ref);
    },
    answered: (answer) => settle(answer.ref, answer),
    refused({ ref: number = 0, code, retryAfter = 1 }) {
      if (remedyOf(code) === "wait") platform.after(retryAfter * 1000, () => put(number));
      else settle(number, undefined);
    },
    drop() {
      for (const number of [...open.keys()]) settle(number, undefined);
    },
  };
}
