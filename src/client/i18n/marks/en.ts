// What a talk says between its messages of what was done in the room, in English; another language fills the same table.
import { numbersIn } from "../formats.ts";

const count = numbersIn("en");

export const marks = {
  topic: (by: string, topic: string) => (topic === "" ? `${by} took the topic away` : `${by} set the topic: ${topic}`),
  title: (by: string, title: string) => (title === "" ? `${by} took the title away` : `${by} calls this room ${title}`),
  write: {
    everyone: (by: string) => `${by} lets everyone write`,
    members: (by: string) => `${by} lets only members write`,
    moderators: (by: string) => `${by} lets only moderators write`,
  },
  locked: (by: string, on: boolean) => (on ? `${by} closed the room to newcomers` : `${by} lets newcomers in`),
  slow: (by: string, seconds: number) =>
    seconds === 0 ? `${by} set no pace` : `${by} set a pace: ${count(seconds)} s between messages`,
  keep: (by: string, days: number) =>
    days === 0
      ? `${by} has messages kept for ever`
      : `${by} has messages kept for ${days === 1 ? "a day" : `${days} days`}`,
  listed: (by: string, on: boolean) =>
    on ? `${by} lets search engines list this room` : `${by} keeps search engines out`,
  pass: (by: string, on: boolean) => (on ? `${by} set a passcode` : `${by} took the passcode away`),
  role: {
    owner: (by: string, who: string) => `${by} handed the room to ${who}`,
    moderator: (by: string, who: string) => `${by} made ${who} a moderator`,
    member: (by: string, who: string) => `${by} made ${who} a member`,
    guest: (by: string, who: string) => `${by} made ${who} a guest`,
  },
  mute: (by: string, who: string, minutes: number) => `${by} muted ${who} for ${count(minutes)} min`,
  unmute: (by: string, who: string) => `${by} lets ${who} write again`,
  kick: (by: string, who: string) => `${by} showed ${who} out`,
  ban: (by: string, who: string) => `${by} banned ${who}`,
  unban: (by: string, who: string) => `${by} lets ${who} in again`,
  bot: (by: string, who: string) => `${by} added the bot ${who}`,
  hook: (by: string, who: string) => `${by} added the webhook ${who}`,
  out: (by: string, who: string) => `${by} added the outgoing webhook ${who}`,
  revoke: (by: string, who: string) => `${by} removed ${who}`,
  pause: (by: string, who: string, on: boolean) => (on ? `${by} paused ${who}` : `${by} lets ${who} go on`),
  silent: (who: string) => `${who} was paused: its address has not answered for a day`,
  erase: (by: string) => `${by} erased what they had said`,
  leave: (by: string) => `${by} left the room`,
  because: (mark: string, reason: string) => `${mark}: ${reason}`,
  nobody: "Somebody",
};

export type MarkWords = typeof marks;
