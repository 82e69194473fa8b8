// What the parts say that are fetched when they are first needed, in Traditional Chinese as it is written in Taiwan.
import { numbersIn } from "../formats.ts";
import { marks } from "../marks/zh-TW.ts";
import type { LaterWords } from "./en.ts";

const count = numbersIn("zh-TW");

export const zhTW: LaterWords = {
  // Intl.ListFormat would write 「ann和bo」, with no space beside what is not Chinese.
  list: (names) => names.join("、"),
  close: "關閉",
  notCopied: "這個瀏覽器不讓頁面複製，請自行選取文字。",

  /** The way back to the end. */
  latest: {
    jump: "跳到最新",
    unseen: (messages) => `${count(messages)} 則新訊息`,
  },

  /** What I write is about a message. */
  about: {
    replyingTo: (name) => `回覆 ${name}`,
    editing: "編輯你的訊息",
    cancel: "取消",
  },
  undo: "復原",

  link: {
    lost: "連線中斷，你寫的內容會先留著。",
    stillTrying: "還在連線，你寫的內容會先留著。",
    again: (seconds) => `${count(seconds)} 秒後再試。`,
    tryNow: "立即重試",
    via: { stream: "透過 SSE", poll: "透過長輪詢" },
    newer: "這個頁面有新版本。",
    reload: "重新載入",
    goHome: "回首頁",
    youLeft: "你已中斷連線，寫好的訊息會在連線後送出。",
    pause: (seconds) => `房間請大家慢一點，${count(seconds)} 秒後繼續傳送。`,
  },

  noRoom: {
    title: "房間不能叫這個名字",
    instead: (name) => `改進 ${name}`,
  },

  typing: {
    one: (name) => `${name} 正在輸入…`,
    two: (a, b) => `${a} 和 ${b} 正在輸入…`,
    several: "好幾個人正在輸入…",
  },
  seenBy: (names) => (names.length > 2 ? `${count(names.length)} 人已讀` : `${names.join("、")} 已讀`),

  roster: {
    unknown: "未連線",
    roles: { owner: "主人", moderator: "管理員" },
    more: (people) => `還有 ${count(people)} 人`,
    typing: "輸入中",
    mention: (name) => `提及 ${name}`,
    alike: "名字相似",
    likeWhom: (name, tag) => `名字看起來和${name}（${tag}）一樣`,
    programs: { bot: "機器人", hook: "webhook" },
  },

  failure: {
    retry: "重試",
    discard: "刪除",
  },

  actions: {
    title: "訊息操作",
    reply: "回覆",
    edit: "編輯",
    delete: "刪除",
    react: (emoji) => `用 ${emoji} 回應`,
    unreact: (emoji) => `收回 ${emoji}`,
    tapHint: "點一下訊息，就能回覆或回應。",
    moreEmoji: "用其他表情回應",
    copyText: "複製文字",
    copyLink: "複製連結",
  },

  moderation: {
    rules: "這個房間",
    title: "標題",
    write: "誰可以發言",
    writers: { everyone: "所有人", members: "成員", moderators: "管理員" },
    slow: "發言間隔",
    notSlow: "不限",
    every: (seconds) => (seconds < 60 ? `每 ${count(seconds)} 秒一則` : `每 ${count(seconds / 60)} 分鐘一則`),
    locked: "不讓新的人進來",
    silent: { members: "這裡只有成員可以發言。", moderators: "這裡只有管理員可以發言。" },
    menu: (name) => `${name}：可以做的事`,
    appoint: "設為管理員",
    dismiss: "取消管理員",
    admit: "設為成員",
    mute: "禁言 10 分鐘",
    unmute: "解除禁言",
    kick: "請出房間",
    kickSure: (name) => `要請 ${name} 出去嗎？之後還可以再進來。`,
    banDay: "封鎖一天",
    banDaySure: (name) => `要封鎖 ${name} 一天嗎？`,
    ban: "永久封鎖",
    banSure: (name) => `要永久封鎖 ${name} 嗎？`,
    handOver: "交出房間",
    handOverSure: (name) => `要讓 ${name} 成為主人嗎？你會變成管理員。`,
    revoke: "移除",
    revokeSure: (name) => `要移除 ${name} 嗎？它的權杖會失效。`,
    address: "封鎖時，也不讓同一個位址的新訪客進來",
    reason: "理由，會告訴被請出去的人",
    banned: "不能進來的人",
    nobodyBanned: "沒有人被封鎖。",
    lift: "解除封鎖",
    forGood: "永久",
    until: (time) => `到${time}`,
    listed: "讓搜尋引擎找得到",
    keep: "訊息保留多久",
    keepForEver: "永久保留",
    kept: (days) => `保留 ${count(days)} 天`,
    pass: "進來要用的通關碼",
    passOn: "已設通關碼。換新的，所有人都要重新輸入",
    passHint: (characters) => `至少 ${count(characters)} 個字`,
    passTake: "設定",
    passChange: "更換",
    passRemove: "不用通關碼",
    passSet: "已設好通關碼，記得告訴要進來的人。",
    programs: "機器人與 webhook",
    enter: "進入",
  },

  mine: {
    title: "你在這裡",
    keeps: (days) => `這裡的訊息 ${count(days)} 天後就會消失。`,
    export: "下載房間裡關於你的資料",
    erase: "刪除你說過的話",
    eraseSure: "要為所有人全部刪除嗎？",
    leave: "離開這個房間",
    leaveSure: "要離開嗎？名字會被忘記，說過的話會留下。",
    move: "移到另一台裝置",
    moveHint: "十分鐘內在另一台裝置打開。只能用一次，誰打開，房間就歸誰。",
    moveAddress: "給另一台裝置的網址",
    moved: "這個房間現在歸這台裝置管理。",
    notMoved: "這個網址已經失效，請在管理房間的裝置上重新產生。",
    end: "刪除這個房間",
    endSure: "要連同所有的話一起為所有人刪除嗎？",
  },

  marks,

  search: {
    open: "搜尋訊息",
    placeholder: "有人說過的話",
    hint: "會找遍這裡所有的訊息。",
    looking: "搜尋中…",
    found: (messages, more) => (more ? `目前找到 ${count(messages)} 則` : `找到 ${count(messages)} 則`),
    notYet: "目前還沒有找到。",
    nowhere: "這裡沒有人說過。",
    unreachable: "現在連不上房間，連線後再試一次。",
    further: "再往前找",
  },

  share: {
    title: "分享這個房間",
    address: "房間網址",
    lead: "有這個網址就能進來。",
    leadPass: "有這個網址和通關碼就能進來。",
    copy: "複製連結",
    byHand: "這個瀏覽器不讓網頁複製。網址已經選好，請用鍵盤或長按複製。",
    system: "分享…",
    qr: "房間網址的 QR 碼",
    scan: "用手機掃描就能進來。",
    terminal: "從終端機進來",
  },

  empty: {
    alone: "你是第一個到的人",
    together: "這裡還沒有人說話",
    lead: "把這個網址傳給想邀請的人，有網址就能進來。",
    leadPass: "把這個網址和通關碼傳給想邀請的人。",
  },

  rich: {
    copy: "複製程式碼",
    byHand: "這個瀏覽器不讓網頁複製。程式碼已經選好，請用鍵盤或長按複製。",
    done: "已完成",
    open: "未完成",
  },

  notice: {
    title: "通知",
    off: "關閉",
    mentions: "提及我",
    all: "全部",
    hint: "只在你沒看著房間時通知。",
    blocked: "瀏覽器擋住了這個網站的通知，請在這個頁面的設定裡允許。",
    insecure: "要有 https 網址才能通知。",
    install: "把 Parlor 加到主畫面，就能收到通知。",
  },

  writing: {
    person: "人",
    emoji: "表情符號",
    command: "指令",
    suggestions: (options) => `${options} 個建議`,
    asIs: "當作訊息傳送",
    inParts: (messages) => `分成 ${messages} 則傳送`,
    noTopic: "還沒有人說這個房間在聊什麼。",
  },

  emoji: {
    title: "表情符號",
    search: "搜尋表情符號",
    groupsName: "表情符號分類",
    recent: "最近用過",
    none: "找不到這樣的表情符號。",
    groups: ["表情", "人物", "動物與自然", "飲食", "旅遊與地點", "活動", "物品", "符號", "旗幟"],
  },

  help: {
    open: "快捷鍵與指令",
    writing: "輸入時",
    among: "在訊息之間",
    touch: "用手指",
    commands: "指令",
    send: "傳送",
    breakLine: "換行",
    editLast: "編輯你的上一則訊息",
    stop: "放棄回覆或編輯",
    format: "粗體、斜體、程式碼、連結",
    complete: "提及、表情、指令",
    walk: "在訊息之間移動",
    react: "回應與其他",
    copy: "複製文字、複製連結",
    help: "這份說明",
    tap: "點一下訊息",
    tapDoes: "回覆、回應、編輯、刪除",
    commandName: "更改你的名字",
    commandMe: "描述你在做什麼",
    commandWho: "看看誰在場",
    commandTopic: "設定房間的主題",
    commandHistory: "往回看這麼多則訊息",
    commandFind: "用文字搜尋訊息",
    commandHelp: "打開這份說明",
    name: "名字",
    action: "在做什麼",
    topic: "主題",
    words: "文字",
    count: "20",
  },
};
