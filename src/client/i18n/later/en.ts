// What the parts say that are fetched when they are first needed, in English; another language fills the same table.
import { listsIn, numbersIn } from "../formats.ts";
import { marks } from "../marks/en.ts";

const count = numbersIn("en");
const list = listsIn("en");

export const en = {
  /** Names in a row. */
  list: (names: string[]) => list(names),
  close: "Close",
  notCopied: "This browser doesn't let pages copy. Select the text instead.",

  /** The way back to the end. */
  latest: {
    jump: "Jump to latest",
    unseen: (messages: number) => (messages === 1 ? "1 new message" : `${count(messages)} new messages`),
  },

  /** What I write is about a message. */
  about: {
    replyingTo: (name: string) => `Replying to ${name}`,
    editing: "Editing your message",
    cancel: "Cancel",
  },
  undo: "Undo",

  link: {
    lost: "The connection is lost. What you write is kept.",
    stillTrying: "Still connecting. What you write is kept.",
    again: (seconds: number) => `Next try in ${count(seconds)} s.`,
    tryNow: "Try now",
    via: { stream: "via SSE", poll: "via long polling" },
    newer: "There is a newer version of this page.",
    reload: "Reload",
    goHome: "Go to the front page",
    youLeft: "You're disconnected. What you write is sent when you connect.",
    pause: (seconds: number) => `The room asks for a pause: sending goes on in ${count(seconds)} s.`,
  },

  noRoom: {
    title: "No room can have this name",
    instead: (name: string) => `Open ${name} instead`,
  },

  typing: {
    one: (name: string) => `${name} is typing…`,
    two: (a: string, b: string) => `${a} and ${b} are typing…`,
    several: "Several people are typing…",
  },
  seenBy: (names: string[]) => (names.length > 2 ? `Seen by ${count(names.length)}` : `Seen by ${list(names)}`),

  roster: {
    /** In place of "Here now" while nobody can tell. */
    unknown: "Not connected",
    roles: { owner: "owner", moderator: "moderator" },
    more: (people: number) => `and ${count(people)} more`,
    typing: "typing",
    mention: (name: string) => `Mention ${name}`,
    alike: "look-alike",
    likeWhom: (name: string, tag: string) => `The name looks like that of ${name} (${tag})`,
    /** What a program's tag stands for. */
    programs: { bot: "bot", hook: "webhook" },
  },

  failure: {
    retry: "Retry",
    discard: "Delete",
  },

  actions: {
    title: "Message actions",
    reply: "Reply",
    edit: "Edit",
    delete: "Delete",
    react: (emoji: string) => `React with ${emoji}`,
    unreact: (emoji: string) => `Take back ${emoji}`,
    tapHint: "Tap a message to reply or react.",
    moreEmoji: "React with another emoji",
    copyText: "Copy text",
    copyLink: "Copy link",
  },

  moderation: {
    rules: "This room",
    title: "Title",
    write: "Who may write",
    writers: { everyone: "Everyone", members: "Members", moderators: "Moderators" },
    slow: "One message",
    notSlow: "As often as one likes",
    every: (seconds: number) => (seconds < 60 ? `Every ${count(seconds)} s` : `Every ${count(seconds / 60)} min`),
    locked: "Closed to newcomers",
    silent: { members: "Only members may write here.", moderators: "Only moderators may write here." },
    menu: (name: string) => `${name}: what you can do`,
    appoint: "Make a moderator",
    dismiss: "No longer a moderator",
    admit: "Make a member",
    unadmit: "Take membership away",
    mute: "Mute for 10 minutes",
    unmute: "Let write again",
    kick: "Show out",
    kickSure: (name: string) => `Show ${name} out? They may come again.`,
    banDay: "Ban for a day",
    banDaySure: (name: string) => `Ban ${name} for a day?`,
    ban: "Ban for good",
    banSure: (name: string) => `Ban ${name} for good?`,
    handOver: "Hand the room over",
    handOverSure: (name: string) => `Make ${name} the owner? You'll be a moderator.`,
    revoke: "Remove",
    revokeSure: (name: string) => `Remove ${name}? Its token is good no more then.`,
    address: "A ban is also for newcomers from their address",
    reason: "Reason, for those who are shown out",
    banned: "Who may not come in",
    nobodyBanned: "Nobody is banned.",
    lift: "Let in again",
    addressToo: "also newcomers from their address",
    forGood: "For good",
    until: (time: string) => `Until ${time}`,
    listed: "Search engines may list it",
    keep: "Keep what is said",
    keepForEver: "For ever",
    kept: (days: number) => (days === 1 ? "For a day" : `For ${days} days`),
    pass: "Passcode, to come in",
    passOn: "There is a passcode. A new one is asked of everybody",
    passHint: (characters: number) => `At least ${characters} characters`,
    passTake: "Ask for it",
    passChange: "Change it",
    passRemove: "Ask for none",
    passSet: "Passcode set. Tell it to those who should come in.",
    programs: "Bots and webhooks",
    enter: "Come in",
  },

  mine: {
    title: "You here",
    keeps: (days: number) =>
      days === 1 ? "What is said here is forgotten after a day." : `What is said here is forgotten after ${days} days.`,
    export: "Get what this room knows of you",
    erase: "Erase all you said here",
    eraseSure: "Erase all of it, for everybody?",
    leave: "Leave the room",
    leaveSure: "Leave? Your name is forgotten, your words stay.",
    move: "Move to another device",
    moveHint: "Open this on your other device within ten minutes. It is good once, and whoever opens it owns the room.",
    moveAddress: "The address for your other device",
    moved: "The room is yours on this device now.",
    notMoved: "That address is good no more. Make another on the device that owns the room.",
    end: "Delete the room",
    endSure: "Delete it with all that was said, for everybody?",
  },

  marks,

  search: {
    open: "Find a message",
    placeholder: "Words that were said",
    hint: "Looks through all that was ever said here.",
    looking: "Looking…",
    found: (messages: number, more: boolean) =>
      more ? `${count(messages)} so far` : messages === 1 ? "1 message" : `${count(messages)} messages`,
    notYet: "Nothing so far.",
    nowhere: "Nobody said that here.",
    unreachable: "The room can't be asked now. Try again when you're connected.",
    further: "Look further back",
  },

  share: {
    title: "Share this room",
    address: "The room's address",
    lead: "Whoever has this address is in.",
    leadPass: "Whoever has this address and the passcode is in.",
    copy: "Copy link",
    byHand: "This browser doesn't let pages copy. The address is selected: copy it with your keyboard or a long press.",
    system: "Share…",
    qr: "A QR code of the room's address",
    scan: "Scan it to come in with a phone.",
    terminal: "From a terminal",
  },

  empty: {
    alone: "You're the first here",
    together: "Nothing was said here yet",
    lead: "Send this address to whoever should join. Whoever has it is in.",
    leadPass: "Send this address and the passcode to whoever should join.",
  },

  rich: {
    copy: "Copy code",
    byHand: "This browser doesn't let pages copy. The code is selected: copy it with your keyboard or a long press.",
    done: "Done",
    open: "Not done",
  },

  writing: {
    person: "People",
    emoji: "Emoji",
    command: "Commands",
    suggestions: (options: number) => (options === 1 ? "1 suggestion" : `${options} suggestions`),
    asIs: "Send it as a message",
    inParts: (messages: number) => `Send as ${messages} messages`,
    noTopic: "Nobody has said what this room is about.",
  },

  emoji: {
    title: "Emoji",
    search: "Search emoji",
    groupsName: "Groups of emoji",
    recent: "Recently used",
    none: "No emoji has such a name.",
    groups: [
      "Faces",
      "People",
      "Animals and nature",
      "Food and drink",
      "Travel and places",
      "Activities",
      "Objects",
      "Symbols",
      "Flags",
    ],
  },

  help: {
    open: "Shortcuts and commands",
    writing: "While writing",
    among: "Among messages",
    touch: "With a finger",
    commands: "Commands",
    send: "Send",
    breakLine: "New line",
    editLast: "Edit your last message",
    stop: "Give up a reply or an edit",
    format: "Bold, italic, code, link",
    complete: "Mention, emoji, command",
    walk: "Go from one message to the next",
    react: "React and more",
    copy: "Copy its text, its link",
    help: "This help",
    tap: "Tap a message",
    tapDoes: "Reply, react, edit, delete",
    commandName: "Change your name",
    commandMe: "Say what you're doing",
    commandWho: "See who is here",
    commandTopic: "Say what the room is about",
    commandHistory: "Go back that many messages",
    commandFind: "Find a message by its words",
    commandHelp: "Open this help",
    name: "name",
    action: "does something",
    topic: "words",
    words: "words",
    count: "20",
  },
};

export type LaterWords = typeof en;
