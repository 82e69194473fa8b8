// What a talk says between its messages of what was done in the room, in Traditional Chinese as it is written in Taiwan.
import { numbersIn } from "../formats.ts";
import type { MarkWords } from "./en.ts";

const count = numbersIn("zh-TW");

export const marks: MarkWords = {
  topic: (by, topic) => (topic === "" ? `${by} 取消了主題` : `${by} 把主題設為：${topic}`),
  title: (by, title) => (title === "" ? `${by} 取消了標題` : `${by} 把房間叫作「${title}」`),
  write: {
    everyone: (by) => `${by} 讓所有人都能發言`,
    members: (by) => `${by} 設為只有成員可以發言`,
    moderators: (by) => `${by} 設為只有管理員可以發言`,
  },
  locked: (by, on) => (on ? `${by} 不再讓新的人進來` : `${by} 讓新的人可以進來`),
  slow: (by, seconds) => (seconds === 0 ? `${by} 取消了發言間隔` : `${by} 把發言間隔設為 ${count(seconds)} 秒`),
  keep: (by, days) => (days === 0 ? `${by} 設為永久保留訊息` : `${by} 設為訊息保留 ${count(days)} 天`),
  listed: (by, on) => (on ? `${by} 讓搜尋引擎找得到這裡` : `${by} 不讓搜尋引擎找到這裡`),
  pass: (by, on) => (on ? `${by} 設了通關碼` : `${by} 取消了通關碼`),
  role: {
    owner: (by, who) => `${by} 把房間交給 ${who}`,
    moderator: (by, who) => `${by} 讓 ${who} 成為管理員`,
    member: (by, who) => `${by} 讓 ${who} 成為成員`,
    guest: (by, who) => `${by} 讓 ${who} 成為訪客`,
  },
  mute: (by, who, minutes) => `${by} 將 ${who} 禁言 ${count(minutes)} 分鐘`,
  unmute: (by, who) => `${by} 解除了 ${who} 的禁言`,
  kick: (by, who) => `${by} 請 ${who} 出去了`,
  ban: (by, who) => `${by} 封鎖了 ${who}`,
  unban: (by, who) => `${by} 解除了 ${who} 的封鎖`,
  bot: (by, who) => `${by} 加入了機器人 ${who}`,
  hook: (by, who) => `${by} 加入了 webhook ${who}`,
  out: (by, who) => `${by} 加入了傳出的 webhook ${who}`,
  revoke: (by, who) => `${by} 移除了 ${who}`,
  pause: (by, who, on) => (on ? `${by} 暫停了 ${who}` : `${by} 讓 ${who} 繼續運作`),
  silent: (who) => `${who} 已暫停：它的網址一整天沒有回應`,
  erase: (by) => `${by} 刪除了自己說過的話`,
  leave: (by) => `${by} 離開了房間`,
  because: (mark, reason) => `${mark}（${reason}）`,
  nobody: "有人",
};
