// What the parts say that are fetched when they are first needed, in Traditional Chinese as it is written in Taiwan.
import type { LaterWords } from "./en.ts";

export const zhTW: LaterWords = {
  copied: "已複製",
};
