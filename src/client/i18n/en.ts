// What the first screen says, in English; another language fills the same table. What can come later is in later/.
import { listsIn, numbersIn } from "./formats.ts";
import type { Lang } from "./languages.ts";

const count = numbersIn("en");
const list = listsIn("en");

export const en = {
  lang: "en" as const,
  language: "Language",
  badName: "A name has 1 to 32 characters that can be seen.",

  room: {
    home: "Parlor home",
    private: "Private room",
    messages: "Messages",
  },

  link: {
    open: "Connected",
    connecting: "Connecting…",
    waiting: "Offline",
    off: "Disconnected",
    refused: "Not connected",
    disconnect: "Disconnect",
    connect: "Connect",
    lacking: "Part of this page is missing: reload it.",
  },

  copied: "Copied",
  share: {
    open: "Share",
    copyLine: (line: string) => `Copy: ${line}`,
    read: "Read",
    say: "Say",
    talk: "Talk",
  },

  composer: {
    label: "Message",
    placeholder: "Write a message",
    send: "Send",
    save: "Save",
    youAre: "You're writing as",
    emoji: "Emoji",
    left: (units: number) => count(units),
    tooLong: (units: number) => `${count(units)} characters too many. Shorten it to send it.`,
  },

  message: {
    edited: "edited",
    deleted: "Message deleted",
    waiting: "Not sent yet",
    reacted: (emoji: string, names: string[]) => `${emoji} ${count(names.length)} by ${list(names)}`,
    gone: "A message that isn't there any more",
    looking: "An earlier message",
    you: "you",
  },

  timeline: {
    today: "Today",
    yesterday: "Yesterday",
    unread: "New",
    older: "Loading older messages…",
    start: "This is where the room begins.",
  },

  roster: {
    title: "Here now",
    open: (people: number) => (people === 1 ? "1 person here" : `${count(people)} people here`),
    guest: "guest",
    yourName: "Your name",
    changeName: "Change name",
  },

  /** Two words from these make a first name that somebody can keep or change. */
  names: {
    first:
      "Quiet Amber Gentle Early Bright Mossy Curious Velvet Copper Merry Misty Patient Silver Sunny Wandering Little".split(
        " ",
      ),
    last: "Otter Heron Fox Maple Sparrow Fern Lantern Badger Wren Comet Cricket Robin Teapot Willow Pebble Finch".split(
      " ",
    ),
    join: (first: string, last: string) => `${first} ${last}`,
  },
};

/** The table of words: what every language gives. */
export type Words = Omit<typeof en, "lang"> & { lang: Lang };
