// What the first screen says, in Traditional Chinese as it is written in Taiwan.

import type { Words } from "./en.ts";
import { numbersIn } from "./formats.ts";

const count = numbersIn("zh-TW");

export const zhTW: Words = {
  lang: "zh-TW",
  language: "語言",
  badName: "名字要有 1 到 32 個看得見的字。",

  room: {
    home: "Parlor 首頁",
    private: "私人房間",
    messages: "訊息",
  },

  link: {
    open: "已連線",
    connecting: "連線中…",
    waiting: "離線",
    off: "已中斷連線",
    refused: "未連線",
    disconnect: "中斷連線",
    connect: "連線",
    lacking: "這個頁面有一部分沒有載入：重新載入。",
  },

  copied: "已複製",
  share: {
    open: "分享",
    copyLine: (line) => `複製：${line}`,
    read: "讀取",
    say: "發言",
    talk: "對話",
  },

  composer: {
    label: "訊息",
    placeholder: "輸入訊息",
    send: "傳送",
    save: "儲存",
    youAre: "你的名字",
    emoji: "表情符號",
    left: (units) => count(units),
    tooLong: (units) => `多了 ${count(units)} 字，縮短後才能傳送。`,
  },

  message: {
    edited: "已編輯",
    deleted: "訊息已刪除",
    waiting: "尚未送出",
    reacted: (emoji, names) => `${emoji} ${count(names.length)} 來自 ${names.join("、")}`,
    gone: "一則已經不在的訊息",
    looking: "先前的訊息",
    you: "你",
  },

  timeline: {
    today: "今天",
    yesterday: "昨天",
    unread: "新訊息",
    older: "正在載入更早的訊息…",
    start: "房間從這裡開始。",
  },

  roster: {
    title: "在場的人",
    open: (people) => `${count(people)} 人在場`,
    guest: "訪客",
    yourName: "你的名字",
    changeName: "更改名稱",
  },

  names: {
    first:
      "安靜的 溫柔的 早起的 好奇的 愛笑的 慢慢的 閃亮的 銀色的 散步的 小小的 勇敢的 雨後的 山上的 海邊的 月下的 午後的".split(
        " ",
      ),
    last: "水獺 白鷺 狐狸 楓葉 麻雀 蕨葉 燈籠 石虎 藍鵲 流星 蟋蟀 知更鳥 茶壺 柳樹 鵝卵石 山羌".split(" "),
    join: (first, last) => `${first}${last}`,
  },
};
