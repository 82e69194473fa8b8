// What the front page says, in English. The shape of this table is what another language has to fill.

export const en = {
  title: "A chat room at every URL",
  lead: "Open an address, type, share the link. No account, nothing to install, and history is waiting when you come back.",
  newRoom: "New private room",
  newRoomHint: "Its address can't be guessed. Only those you send it to get in.",
  or: "or open a room by name",
  example: "lobby",
  open: "Open",
  everyTitle: "One address, every way in",
  every: "A browser gets this app. A terminal gets plain text. A script gets JSON. It is all the same room.",
};

export type LandingWords = typeof en;
