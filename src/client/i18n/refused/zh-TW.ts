// Why the room said no, and what can be done about it: one sentence for each code, in Traditional Chinese as it is written in Taiwan.

import { TEXT_UNITS, TOPIC_GRAPHEMES } from "../../../protocol/limits.ts";
import type { Code } from "../../../protocol/refusal.ts";
import { badRoom } from "../bad-room.ts";
import { numbersIn } from "../formats.ts";
import { zhTW as main } from "../zh-TW.ts";

const count = numbersIn("zh-TW");

export const zhTW: Record<Code, string> = {
  not_json: "房間讀不懂這則內容。",
  bad_frame: "房間讀不懂這則內容。",
  bad_op: "房間讀不懂這則內容。",
  unknown_kind: "這個房間還不會做這件事。",
  bad_text: "文字裡有損壞的字元。",
  empty: "這則訊息沒有內容。",
  too_long: `太長了，一則訊息最多 ${count(TEXT_UNITS)} 字，主題最多 ${TOPIC_GRAPHEMES} 字。`,
  too_deep: "房間讀不懂這則內容。",
  binary: "房間只收文字。",
  bad_name: main.badName,
  bad_address: "無法傳送到這個網址。請使用以 https:// 開頭的公開網址。",
  bad_room: badRoom.zhTW,
  bad_cursor: "和房間的進度對不上了，請重新載入。",
  bad_query: "房間看不懂這個查詢。",
  bad_command: "房間不認得這個指令。",
  hello_first: "連線沒有正確開始，正在重新連線。",
  id_reused: "房間把它當成別的內容了，請再試一次。",
  no_message: "這則訊息已經不在了。",
  deleted: "這則訊息已經刪除了。",
  not_yours: "只有作者本人可以這麼做。",
  not_allowed: "在這個房間你不能這樣做。",
  muted: "你暫時不能在這個房間發言。",
  no_member: "這個房間沒有這個人。",
  exists: "這個房間已經有了。",
  too_many_programs: "這個房間的機器人和 webhook 已經滿了，請先移除一個。",
  locked: "這個房間不讓新的人進來，請裡面的人開門。",
  pass_needed: "進入這個聊天室需要通關碼。",
  wrong_pass: "通關碼不對。",
  kicked: "你被請出了這個房間。",
  banned: "你不能進這個房間。",
  bad_token: "這個權杖已經無效了。",
  gone: "這個房間已經刪除，裡面的訊息也都不在了。",
  too_many_emoji: "這則訊息的表情已經滿了。",
  too_many_changes: "這則訊息改動太多次，不能再改了。",
  bad_type: "房間讀不懂這則內容。",
  too_fast: "太快了，等一下就會送出。",
  full: "房間滿了，等一下會再試一次。",
  crowded: "你這裡的連線太多了，稍後會再試。",
  slow: "連線落後太多，正在重新連線。",
  gone_quiet: "連線太久沒有回應，正在重新連線。",
  abuse: "傳來太多讀不懂的內容，房間已關閉連線。",
  version: "這個頁面比房間舊，請重新載入。",
  unknown_subprotocol: "這個頁面和房間的版本不合，請重新載入。",
  foreign: "這個房間不接受其他網站的頁面。",
  not_found: "這個網址沒有東西。",
  bad_method: "房間沒辦法這麼做。",
  no_session: "連線中斷了，正在重新連線。",
  late: "送達的時間太久，請再試一次。",
  internal: "房間出了點狀況，請再試一次。",
};
