// What the choice of notifications says, in Traditional Chinese as it is written in Taiwan.
import type { NoticeWords } from "./en.ts";

const tabs = "只在房間的分頁開著時通知";

export const zhTW: NoticeWords = {
  title: "通知",
  off: "關閉",
  mentions: "提及我",
  all: "全部",

  blocked: "瀏覽器擋住了這個網站的通知，請在這個頁面的設定裡允許。",
  insecure: "要有 https 網址才能通知。",
  install: "把 Parlor 加到主畫面，就能收到通知。",

  offer: {
    always: "沒看著房間時可以通知你，分頁都關了也行。",
    cannot: "房間的分頁開著、而你沒看著時，可以通知你。",
  },

  always: "只在你沒看著房間時通知，分頁都關了也會。",
  cannot: "只在房間的分頁開著、而你沒看著時通知，這個瀏覽器只能做到這樣。",
  asking: "設定中…",
  unasked: "只在房間的分頁開著、而你沒看著時通知。",
  unreachable: `目前${tabs}：現在連不上房間，連線後會再試。`,
  service: `目前${tabs}：連不上這個瀏覽器的推播服務。`,
  full: `${tabs}：這個房間能通知的瀏覽器已經滿了。`,
  refused: `${tabs}：這個房間只能做到這樣。`,
  untold: "已關閉，但房間還不知道，連線後會告訴它。",
  dismissed: "已關閉：瀏覽器還沒允許通知。再選一次，瀏覽器就會詢問。",
  lost: "已關閉：瀏覽器不再允許通知。再選一次，瀏覽器就會詢問。",

  more: "分頁關了也通知",
  again: "再試一次",
};
