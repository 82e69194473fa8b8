// What the front page says, in Traditional Chinese as it is written in Taiwan.
import type { LandingWords } from "./en.ts";

export const zhTW: LandingWords = {
  title: "每個網址，都是一間聊天室",
  lead: "打開網址、輸入文字、分享連結，就這樣。不用註冊、不用安裝，下次回來，先前的訊息都還在。",
  newRoom: "開一間私人房間",
  newRoomHint: "網址猜不到，只有收到連結的人進得來。",
  or: "或是用名稱打開房間",
  example: "大廳",
  open: "進入",
  everyTitle: "同一個網址，各種進法",
  every: "瀏覽器看到的是這個畫面，終端機看到純文字，程式拿到 JSON，全都是同一個房間。",
};
