// What the front page says, in English. The shape of this table is what another language has to fill.
import { badRoom } from "../bad-room.ts";

export const en = {
  title: "A chat room at every URL",
  lead: "Open an address and talk. Send the link, and whoever has it is in. No account, nothing to install, and the talk is waiting when you come back.",
  newRoom: "New private room",
  newRoomHint: "A private room's address can't be guessed: only those you send it to get in.",
  lobby: "Step into the lobby",
  or: "Or open a room by its name",
  example: "lobby",
  open: "Open",
  create: "Create a room of this name",
  createHint: "You'll own it: say who may write, who comes in, and what it is called.",
  badRoom: badRoom.en,
  recent: "Rooms you've been to",
  forget: (name: string) => `Forget ${name}`,
  everyTitle: "One address, every way in",
  every: "A browser gets this app. A terminal gets plain text. A script gets JSON. It is all the same room.",
  scene: {
    label: "A room: three people and a server talk.",
    room: "tea",
    mei: "Mei",
    first: "Tea at four?",
    second: "Yes! I'll bring cake 🍰",
    guest: "curl",
    third: "Deploy done, go home ✓",
    typing: "Jo is typing…",
  },
};

export type LandingWords = typeof en;
