// Every word that the screen says, in English. The shape of this table is what another language has to fill.
import type { Lang } from "./languages.ts";

const count = new Intl.NumberFormat("en");
const list = new Intl.ListFormat("en");

export const en = {
  lang: "en" as Lang,
  language: "Language",
  badRoom: "A room's name has letters, digits, - and _, at most 64 of them.",
  badName: "A name has 1 to 32 characters that can be seen.",

  room: {
    home: "Parlor home",
    private: "Private room",
    badTitle: "No room can have this name",
    goHome: "Go to the front page",
    instead: (name: string) => `Open ${name} instead`,
    reload: "Reload",
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
    lost: "The connection is lost. What you write is kept.",
    stillTrying: "Still connecting. What you write is kept.",
    again: (seconds: number) => `Next try in ${count.format(seconds)} s.`,
    tryNow: "Try now",
    newer: "There is a newer version of this page.",
    youLeft: "You're disconnected. What you write is sent when you connect.",
    pause: (seconds: number) => `The room asks for a pause: sending goes on in ${count.format(seconds)} s.`,
  },

  share: {
    open: "Share",
    copied: "Copied",
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
    replyingTo: (name: string) => `Replying to ${name}`,
    editing: "Editing your message",
    cancel: "Cancel",
    emoji: "Emoji",
    left: (units: number) => count.format(units),
    tooLong: (units: number) => `${count.format(units)} characters too many. Shorten it to send it.`,
  },

  message: {
    actions: "Message actions",
    reply: "Reply",
    edit: "Edit",
    delete: "Delete",
    undo: "Undo",
    edited: "edited",
    deleted: "Message deleted",
    waiting: "Not sent yet",
    retry: "Retry",
    discard: "Delete",
    react: (emoji: string) => `React with ${emoji}`,
    unreact: (emoji: string) => `Take back ${emoji}`,
    reacted: (emoji: string, names: string[]) => `${emoji} by ${list.format(names)}`,
    gone: "A message that isn't there any more",
    looking: "An earlier message",
    you: "you",
  },

  brief: {
    copied: "Copied",
    notCopied: "This browser doesn't let pages copy. Select the text instead.",
  },

  timeline: {
    today: "Today",
    yesterday: "Yesterday",
    unread: "New",
    older: "Loading older messages…",
    start: "This is where the room begins.",
    latest: "Jump to latest",
    unseen: (messages: number) => (messages === 1 ? "1 new message" : `${count.format(messages)} new messages`),
  },

  typing: {
    one: (name: string) => `${name} is typing…`,
    two: (a: string, b: string) => `${a} and ${b} are typing…`,
    several: "Several people are typing…",
  },
  seenBy: (names: string[]) =>
    names.length > 2 ? `Seen by ${count.format(names.length)}` : `Seen by ${list.format(names)}`,

  roster: {
    title: "Here now",
    open: (people: number) => (people === 1 ? "1 person here" : `${count.format(people)} people here`),
    close: "Close",
    you: "you",
    guest: "guest",
    more: (people: number) => `and ${count.format(people)} more`,
    yourName: "Your name",
    changeName: "Change name",
    typing: "typing",
    mention: (name: string) => `Mention ${name}`,
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
export type Words = typeof en;
