// Older messages on request: the page before, the page after, the passage around a message, one message for a quote, and
// those that hold some words.
import type { Message } from "../protocol/event.ts";
import { PAGE_MESSAGES } from "../protocol/limits.ts";
import type { Answer, Asks, Question } from "./asks.ts";
import type { Current } from "./current.ts";
import { shown } from "./passage.ts";

/** About so many events after a message come with its passage, so that it does not stand at the very end. */
const BELOW = PAGE_MESSAGES / 2;

type Stretch = Extract<Question, { type: "ask" }>["history"];

export interface History {
  loadOlder(): void;
  loadNewer(): void;
  goTo(seq: number): Promise<boolean>;
  latest(): void;
  lookUp(seq: number): Promise<Message | undefined>;
  search(words: string, before?: number): Promise<Answer | undefined>;
}

export function createHistory(current: Current, put: Asks["ask"]): History {
  const ask = (history: Stretch, then: (answer: Answer | undefined) => void) => put({ type: "ask", history }, then);

  /** Look-ups under way, by seq: several quotes of one message ask once. */
  const lookUps = new Map<number, Promise<Message | undefined>>();
  const has = (messages: readonly Message[], seq: number) => messages.some((message) => message.seq === seq);

  /** Asks for the page that ends before `before`, and reads there if it has the message. */
  function passageWith(seq: number, before: number): Promise<boolean> {
    return new Promise((resolve) => {
      ask({ before }, (answer) => {
        const found = has(answer?.page ?? [], seq);
        if (answer !== undefined && found) current.change({ ...answer, type: "passage" });
        resolve(found);
      });
    });
  }

  return {
    loadOlder() {
      const { loading, link } = current.state;
      const { messages, older } = shown(current.state);
      const before = messages[0]?.seq;
      if (!older || loading || link.is !== "open" || before === undefined) return;
      current.change({ type: "loading", loading: true });
      ask({ before }, (answer) => {
        if (answer === undefined) current.change({ type: "loading", loading: false });
        else current.change({ ...answer, type: "older", before });
      });
    },

    loadNewer() {
      const { loading, link, passage } = current.state;
      const after = passage?.messages.at(-1)?.seq;
      if (after === undefined || loading || link.is !== "open") return;
      current.change({ type: "loading", loading: true });
      ask({ after }, (answer) => {
        if (answer === undefined) current.change({ type: "loading", loading: false });
        else current.change({ ...answer, type: "newer", after });
      });
    },

    async goTo(seq) {
      const { state } = current;
      if (has(shown(state).messages, seq)) return true;
      if (has(state.messages, seq)) {
        current.change({ type: "latest" });
        return true;
      }
      if (state.link.is !== "open") return false;
      // Where long messages filled the page before it came to this one, it may be the last of a page of its own.
      return (await passageWith(seq, seq + BELOW)) || passageWith(seq, seq + 1);
    },

    search: (words, before) =>
      new Promise((resolve) => {
        if (current.state.link.is === "open") put({ type: "search", search: { words, before } }, resolve);
        else resolve(undefined);
      }),

    latest: () => current.change({ type: "latest" }),

    lookUp(seq) {
      const { messages, passage, lookedUp, link } = current.state;
      const known = [...messages, ...(passage?.messages ?? [])].find((message) => message.seq === seq);
      const seen = known ?? lookedUp.get(seq);
      if (seen !== undefined || link.is !== "open") return Promise.resolve(seen);
      const asked = lookUps.get(seq);
      if (asked !== undefined) return asked;
      const lookUp = new Promise<Message | undefined>((resolve) => {
        ask({ before: seq + 1, limit: 1 }, (answer) => {
          const page = answer?.page.filter((message) => message.seq === seq) ?? [];
          current.change({ type: "lookedUp", page, people: answer?.people ?? [] });
          lookUps.delete(seq);
          resolve(page[0]);
        });
      });
      lookUps.set(seq, lookUp);
      return lookUp;
    },
  };
}
