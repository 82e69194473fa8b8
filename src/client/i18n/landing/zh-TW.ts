// What the front page says, in Traditional Chinese as it is written in Taiwan.
import { badRoom } from "../bad-room.ts";
import type { LandingWords } from "./en.ts";

export const zhTW: LandingWords = {
  title: "每個網址，都是一間聊天室",
  lead: "打開網址就能聊，把連結傳出去，有連結就能進來。不用註冊、不用安裝，下次回來，先前的訊息都還在。",
  newRoom: "開一間私人房間",
  newRoomHint: "私人房間的網址猜不到，只有收到連結的人進得來。",
  lobby: "到大廳看看",
  or: "或是用名稱打開房間",
  example: "大廳",
  open: "進入",
  create: "用這個名字開新房間",
  createHint: "房間就是你的：誰可以發言、誰可以進來、叫什麼名字，由你決定。",
  badRoom: badRoom.zhTW,
  recent: "你去過的房間",
  forget: (name) => `忘記 ${name}`,
  everyTitle: "同一個網址，各種進法",
  every: "瀏覽器看到的是這個畫面，終端機看到純文字，程式拿到 JSON，全都是同一個房間。",
  scene: {
    label: "一間房間：三個人和一台伺服器在聊天。",
    room: "下午茶",
    mei: "小美",
    first: "四點喝茶？",
    second: "好啊！我帶蛋糕 🍰",
    guest: "curl",
    third: "部署完成，大家可以下班了 ✓",
    typing: "阿哲 正在輸入…",
  },
};
