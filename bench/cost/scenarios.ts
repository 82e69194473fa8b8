// Who chats how much, in three rooms: every assumption that the cost page makes about people.

export interface Scenario {
  name: string;
  /** People who are in the room at the same time. */
  people: number;
  /** Days on which they are, and for how many hours each. */
  days: number;
  hours: number;
  /** Of everybody together, on each day: pages loaded, sockets made anew by a page that stays, … */
  pages: number;
  reconnects: number;
  /** … and what they do. */
  messages: number;
  reactions: number;
  edits: number;
  /** How many of them ever write; each does on the first day. */
  writers: number;
  /** Frames by which the writer of one message says that they are typing: one each 3 s (client/typing.ts). */
  typing: number;
  /** How many people have the room on screen when something happens: each says that they have read it. */
  readers: number;
}

export const scenarios: readonly Scenario[] = [
  {
    name: "an idle room, 50 open tabs, a month",
    ...{ people: 50, days: 30, hours: 24, pages: 50, reconnects: 150 },
    ...{ messages: 0, reactions: 0, edits: 0, writers: 0, typing: 0, readers: 0 },
  },
  {
    name: "a team of 10, a month",
    ...{ people: 10, days: 22, hours: 8, pages: 10, reconnects: 30 },
    ...{ messages: 600, reactions: 150, edits: 30, writers: 10, typing: 4, readers: 10 },
  },
  {
    name: "a class of 200, an hour",
    ...{ people: 200, days: 1, hours: 1, pages: 200, reconnects: 50 },
    ...{ messages: 600, reactions: 400, edits: 20, writers: 200, typing: 4, readers: 200 },
  },
];

/** What they say: a message of common length. */
export const TEXT = "Shall we meet at three, or is after lunch better for the two of you? I can do both.";
