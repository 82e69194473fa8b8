// What the parts say that are fetched when they are first needed, in Traditional Chinese as it is written in Taiwan.
import type { LaterWords } from "./en.ts";

export const zhTW: LaterWords = {
  list: (names) => names.join("、"),

  actions: {
    moreEmoji: "用其他表情回應",
    copyText: "複製文字",
    copyLink: "複製連結",
  },

  copied: "已複製",
};
