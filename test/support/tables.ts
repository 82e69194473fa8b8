// Every word of the screen in each language, for tests that go by what people read there.
import { en } from "../../src/client/i18n/en.ts";
import { en as frontEn } from "../../src/client/i18n/landing/en.ts";
import { zhTW as frontZh } from "../../src/client/i18n/landing/zh-TW.ts";
import { en as laterEn } from "../../src/client/i18n/later/en.ts";
import { zhTW as laterZh } from "../../src/client/i18n/later/zh-TW.ts";
import { en as noticeEn } from "../../src/client/i18n/notice/en.ts";
import { zhTW as noticeZh } from "../../src/client/i18n/notice/zh-TW.ts";
import { en as refusedEn } from "../../src/client/i18n/refused/en.ts";
import { zhTW as refusedZh } from "../../src/client/i18n/refused/zh-TW.ts";
import { zhTW } from "../../src/client/i18n/zh-TW.ts";

export const tables = [
  ["en", { say: en, later: laterEn, notice: noticeEn, front: frontEn, refused: refusedEn }],
  ["zh-TW", { say: zhTW, later: laterZh, notice: noticeZh, front: frontZh, refused: refusedZh }],
] as const;
