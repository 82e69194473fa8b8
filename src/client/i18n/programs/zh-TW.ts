// What the screen of bots and webhooks says, in Traditional Chinese as it is written in Taiwan.
import { numbersIn } from "../formats.ts";
import type { ProgramWords } from "./en.ts";

const count = numbersIn("zh-TW");

export const zhTW: ProgramWords = {
  lead: "在這裡讀訊息、發訊息，或得知這裡動靜的程式。",
  none: "這個房間還沒有任何程式。",
  loading: "查詢中…",
  back: "返回",
  name: "名字",
  add: "加入",
  done: "完成",
  copy: "複製",
  byHand: "這個瀏覽器不讓網頁複製。內容已經選好，請用鍵盤或長按複製。",
  terminal: "從終端機使用",
  madeBy: (name) => `${name} 加入`,
  remove: "移除",
  removeSure: "確定移除？",

  bot: {
    add: "加入機器人",
    about: "你自己的程式，帶著權杖進來，走哪個入口都行。",
    may: "可以做什麼",
    scopes: { both: "讀和寫", read: "只讀", write: "只寫" },
    does: { both: "可讀可寫", read: "只讀訊息", write: "只發訊息" },
    secret: "權杖",
    once: "權杖只在這裡顯示這一次。有權杖，就能以這個機器人的身分行動。",
  },
  hook: {
    add: "加入傳入的 webhook",
    about: "給其他服務用的網址：送到那裡的內容，會在這裡說出來。",
    does: "說出送到它網址的內容",
    secret: "網址",
    once: "網址只在這裡顯示這一次。有網址，就能在這裡發言。",
  },
  out: {
    add: "加入傳出的 webhook",
    about: "把這裡發生的事通知其他服務。",
    address: "要通知的網址",
    tells: "通知哪些事",
    kinds: { messages: "訊息", changes: "編輯與刪除", reactions: "回應", room: "房間的設定" },
    does: (kinds) => (kinds.length === 0 ? "會收到這裡的動靜" : `會收到：${kinds.join("、")}`),
    secret: "簽章密鑰",
    once: "密鑰只在這裡顯示這一次。服務憑它確認通知真的來自這裡。",
    on: "運作中",
    paused: "已暫停",
    silent: (since) => `已暫停：它的網址從 ${since} 起沒有回應`,
    trying: (since) => `它的網址從 ${since} 起沒有回應`,
    tryAgain: (since, due) => `它的網址從 ${since} 起沒有回應，${due} 再試`,
    pause: "暫停",
    resume: "繼續",
    last: "最近的通知",
    noneYet: "還沒有通知過。",
    again: "重新傳送",
    ms: (ms) => `${count(ms)} 毫秒`,
    tries: (tries) => `試了 ${count(tries)} 次`,
    arrived: (status) => `已送達（${status}）`,
    refused: (status) => `被拒絕（${status}）`,
    failures: {
      timeout: "等太久沒有回應",
      unreachable: "連不上",
      bad_address: "房間不能呼叫這個網址",
    },
    failed: (why) => `沒有送達（${why}）`,
  },
};
