// Every word that the screen says, in Traditional Chinese as it is written in Taiwan.
import type { Words } from "./en.ts";

const count = new Intl.NumberFormat("zh-TW");

export const zhTW: Words = {
  lang: "zh-TW",
  language: "語言",
  badRoom: "房間名稱只能用文字、數字、- 與 _，最多 64 字。",
  badName: "名字要有 1 到 32 個看得見的字。",

  room: {
    home: "Parlor 首頁",
    private: "私人房間",
    badTitle: "房間不能叫這個名字",
    goHome: "回首頁",
    instead: (name) => `改進 ${name}`,
    reload: "重新載入",
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
    lost: "連線中斷，你寫的內容會先留著。",
    stillTrying: "還在連線，你寫的內容會先留著。",
    again: (seconds) => `${count.format(seconds)} 秒後再試。`,
    tryNow: "立即重試",
    newer: "這個頁面有新版本。",
    youLeft: "你已中斷連線，寫好的訊息會在連線後送出。",
    pause: (seconds) => `房間請大家慢一點，${count.format(seconds)} 秒後繼續傳送。`,
  },

  share: {
    open: "分享",
    copied: "已複製",
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
    replyingTo: (name) => `回覆 ${name}`,
    editing: "編輯你的訊息",
    cancel: "取消",
    emoji: "表情符號",
    left: (units) => count.format(units),
    tooLong: (units) => `多了 ${count.format(units)} 字，縮短後才能傳送。`,
  },

  message: {
    actions: "訊息操作",
    reply: "回覆",
    edit: "編輯",
    delete: "刪除",
    undo: "復原",
    edited: "已編輯",
    deleted: "訊息已刪除",
    waiting: "尚未送出",
    retry: "重試",
    discard: "刪除",
    react: (emoji) => `用 ${emoji} 回應`,
    unreact: (emoji) => `收回 ${emoji}`,
    reacted: (emoji, names) => `${emoji} 來自 ${names.join("、")}`,
    gone: "一則已經不在的訊息",
    looking: "先前的訊息",
    you: "你",
  },

  brief: {
    copied: "已複製",
    notCopied: "這個瀏覽器不讓頁面複製，請自行選取文字。",
  },

  timeline: {
    today: "今天",
    yesterday: "昨天",
    unread: "新訊息",
    older: "正在載入更早的訊息…",
    start: "房間從這裡開始。",
    latest: "跳到最新",
    unseen: (messages) => `${count.format(messages)} 則新訊息`,
  },

  typing: {
    one: (name) => `${name} 正在輸入…`,
    two: (a, b) => `${a} 和 ${b} 正在輸入…`,
    several: "好幾個人正在輸入…",
  },
  seenBy: (names) => (names.length > 2 ? `${count.format(names.length)} 人已讀` : `${names.join("、")} 已讀`),

  roster: {
    title: "在場的人",
    open: (people) => `${count.format(people)} 人在場`,
    close: "關閉",
    you: "你",
    guest: "訪客",
    more: (people) => `還有 ${count.format(people)} 人`,
    yourName: "你的名字",
    changeName: "更改名稱",
    typing: "輸入中",
    mention: (name) => `提及 ${name}`,
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
