// What the choice of notifications says, in English; another language fills the same table.

const tabs = "Only while a tab of the room is open";

export const en = {
  title: "Notifications",
  off: "Off",
  mentions: "Mentions",
  all: "Everything",

  /** Why there is nothing to choose. */
  blocked: "The browser blocks notifications of this site. Allow them in its settings for this page.",
  insecure: "Notifications need an https address.",
  install: "Add Parlor to your Home Screen to get notifications.",

  /** What can be had. */
  offer: {
    always: "You can be told what you miss, also when no tab is open.",
    cannot: "You can be told what you miss while a tab of the room is open.",
  },

  /** How things stand. */
  always: "While you aren't looking at the room, also when no tab is open.",
  cannot: `${tabs}, and you aren't looking at it. This browser can't do more.`,
  asking: "Setting it up…",
  unasked: `${tabs}, and you aren't looking at it.`,
  unreachable: `${tabs} for now: the room can't be asked to do more. It is asked again when you're connected.`,
  service: `${tabs} for now: this browser's push service can't be reached.`,
  full: `${tabs}: this room notifies as many browsers as it can.`,
  refused: `${tabs}: the room doesn't do more for you.`,
  untold: "Off, but the room doesn't know it yet. It is told when you're connected.",
  dismissed: "Off: the browser hasn't allowed notifications. Choose again, and it asks you.",
  lost: "Off: the browser no longer allows notifications. Choose again, and it asks you.",

  more: "Also when none is open",
  again: "Try again",
};

export type NoticeWords = typeof en;
