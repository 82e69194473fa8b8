// Five friends who go up Yangmingshan on Sunday: the talk of the Chinese pictures.
import type { Scene } from "../../../test/support/scene.ts";

export const hike: Scene = {
  room: "週日爬山",
  topic: "擎天崗看芒草，週日早上八點劍潭站集合",
  zone: "+08:00",
  reader: "小安",
  cast: 274,
  typing: "柏宇",
  days: {
    "2026-11-19": [
      {
        at: "21:10",
        by: "阿哲",
        text: "這週日去擎天崗好不好？聽說芒草正漂亮",
        reacts: { "🎉": ["怡君", "小安", "Mika"] },
      },
      { at: "21:11", by: "怡君", text: "好啊！上次去的時候霧太大，什麼都沒看到" },
      {
        at: "21:13",
        by: "小安",
        text: "我可以。要不要順便去冷水坑泡腳？",
        reacts: { "👍": ["阿哲", "柏宇"] },
      },
      { at: "21:20", by: "Mika", text: "I'm in! 需要帶什麼嗎？" },
      { at: "21:22", by: "阿哲", text: "水、雨衣，再加一件外套就好，山上大概 15 度", to: "I'm in" },
    ],
    "2026-11-20": [
      { at: "12:30", by: "怡君", text: "氣象署說週日上午多雲，下午有短暫雨：https://weather.example/yangmingshan" },
      { at: "12:31", by: "怡君", text: "我們早一點出發吧" },
      { at: "12:33", by: "小安", text: "那八點在劍潭站一號出口集合？坐小 15 上去", to: "我們早一點" },
      {
        at: "12:34",
        by: "柏宇",
        text: "八點……我盡量",
        reacts: { "😂": ["阿哲", "怡君", "小安"] },
      },
      { at: "12:35", by: "阿哲", text: "@柏宇 我打電話叫你起床" },
      { at: "12:36", by: "柏宇", text: "🙏🙏" },
      { at: "18:05", by: "Mika", text: "我會帶自己做的飯糰，有人不吃鮪魚嗎？", reacts: { "❤️": ["怡君", "小安"] } },
      { at: "18:07", by: "怡君", text: "都可以，謝謝你！" },
      { at: "18:09", by: "小安", text: "@Mika 那我帶水果，橘子和芭樂 🍊" },
      { at: "18:15", by: "柏宇", text: "正在設三個鬧鐘", me: true },
      {
        at: "18:20",
        by: "阿哲",
        text: "下山再去士林吃**牛肉麵**，我知道一間不用排隊的",
        reacts: { "😮": ["Mika"], "👍": ["小安", "怡君"] },
      },
      { at: "18:22", by: "怡君", text: "@小安 你上次那個藍色背包還借得到嗎？" },
      { at: "18:22", by: "小安", text: "可以，週日帶給你", to: "@小安 你上次" },
    ],
  },
};
