// Every word of the screen in each language, for tests that go by what people read there.
import { en } from "../../src/client/i18n/en.ts";
import { en as frontEn } from "../../src/client/i18n/landing/en.ts";
import { zhTW as frontZh } from "../../src/client/i18n/landing/zh-TW.ts";
import { en as laterEn } from "../../src/client/i18n/later/en.ts";
import { zhTW as laterZh } from "../../src/client/i18n/later/zh-TW.ts";
import { en as refusedEn } from "../../src/client/i18n/refused/en.ts";
import { zhTW as refusedZh } from "../../src/client/i18n/refused/zh-TW.ts";
import { zhTW } from "../../src/client/i18n/zh-TW.ts";

export const tables = [
  ["en", { say: en, later: laterEn, front: frontEn, refused: refusedEn }],
  ["zh-TW", { say: zhTW, later: laterZh, front: frontZh, refused: refusedZh }],
] as const;
