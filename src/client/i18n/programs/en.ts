// What the screen of bots and webhooks says, in English; another language fills the same table.
import { listsIn, numbersIn } from "../formats.ts";

const count = numbersIn("en");
const list = listsIn("en");

export const en = {
  lead: "Programs that read here, write here, or are told what happens here.",
  none: "There are none in this room yet.",
  loading: "Looking…",
  back: "Back",
  name: "Name",
  add: "Add",
  done: "Done",
  copy: "Copy",
  byHand: "This browser doesn't let pages copy. It is selected: copy it with your keyboard or a long press.",
  terminal: "From a terminal",
  madeBy: (name: string) => `by ${name}`,
  remove: "Remove",
  /** Asked once more. */
  removeSure: "Remove for good?",

  bot: {
    add: "Add a bot",
    about: "A program of yours that comes with a token, by any door.",
    may: "It may",
    scopes: { both: "Read and write", read: "Read", write: "Write" },
    does: { both: "Reads and writes", read: "Reads", write: "Writes" },
    secret: "Its token",
    once: "This token is shown only now. Whoever has it is this bot here.",
  },
  hook: {
    add: "Add an incoming webhook",
    about: "An address for another service: what it posts there is said here.",
    does: "Says what is posted to its address",
    secret: "Its address",
    once: "This address is shown only now. Whoever has it can write here.",
  },
  out: {
    add: "Add an outgoing webhook",
    about: "Tells another service what happens here.",
    address: "Address to tell",
    tells: "It is told of",
    kinds: {
      messages: "Messages",
      changes: "Edits and deletions",
      reactions: "Reactions",
      room: "Changes to the room: topic, rules, people",
    },
    /** The same as parts of a sentence. */
    told: { messages: "messages", changes: "edits", reactions: "reactions", room: "changes to the room" },
    does: (told: string[]) => (told.length === 0 ? "Is told what happens here" : `Is told of ${list(told)}`),
    doesAll: "Is told of everything",
    secret: "Its signing secret",
    once: "This secret is shown only now. By it the service knows that what it is told comes from here.",
    on: "On",
    paused: "Paused",
    silent: (since: string) => `Paused: its address has taken nothing since ${since}`,
    trying: (since: string) => `Its address has taken nothing since ${since}`,
    tryAgain: (since: string, due: string) => `Its address has taken nothing since ${since}. Next try: ${due}`,
    pause: "Pause",
    resume: "Resume",
    last: "Last deliveries",
    noneYet: "Nothing was told yet.",
    again: "Send again",
    ms: (ms: number) => `${count(ms)} ms`,
    tries: (tries: number) => `${count(tries)} tries`,
    arrived: (status: number) => `Arrived (${status})`,
    refused: (status: number) => `Refused (${status})`,
    /** Words for why there was no answer; another is shown as it is. */
    failures: {
      timeout: "Took too long",
      unreachable: "Could not be reached",
      bad_address: "The room may not call this address",
    },
    failed: (why: string) => `Did not arrive (${why})`,
  },
};

export type ProgramWords = typeof en;
