// Talks that try a screen: much Chinese, code with a table and maths, and scripts that run from right to left.
import type { Scene } from "../../../test/support/scene.ts";

const days = (lines: Scene["days"][string]): Scene["days"] => ({ "2026-11-20": lines });

const REPORT = `大家好，這是上週讀書會的整理，有點長，請慢慢看。

我們這次讀的是一本談「公共空間」的書。作者認為，一個城市好不好住，不只看房子蓋得漂不漂亮，更要看人們願不願意在街上停下來——坐在樹蔭下、和鄰居聊兩句、看小孩追鴿子。書裡舉了哥本哈根的例子：1962 年，市中心的 Strøget 街改成行人徒步區，當時店家大力反對，說「北歐人不會在戶外喝咖啡」；四十年後，那條街的戶外座位多了 4,000 個以上。

討論的時候，佩珊提到台北的騎樓其實也是一種公共空間，只是常常被機車和攤位占滿；志明則認為，如果把騎樓完全清空，反而會失去原本的熱鬧。大家最後的共識是：空間要能「混用」，但也要留一條讓輪椅和娃娃車能走的路。`;

const PLACES =
  "參考資料在這裡：https://library.example/reading/2026/11/公共空間與城市生活?chapter=3，還有作者去年的演講（含中文字幕）。另外附上超長的檔名：TaipeiArcadeSurvey_2026-11-15_final_final_reallyfinal_v12_reviewed_by_everyone.pdf";

export const chinese: Scene = {
  room: "讀書會",
  topic: "每月第三個週六下午兩點，書店二樓",
  zone: "+08:00",
  reader: "思妤",
  cast: 700,
  days: days([
    { at: "14:02", by: "志明", text: REPORT, reacts: { "👍": ["思妤", "佩珊"], "❤️": ["佩珊"] } },
    { at: "14:05", by: "志明", text: PLACES },
    {
      at: "14:11",
      by: "佩珊",
      text: "寫得好清楚，謝謝！我補充一點：騎樓的問題不只是「占用」，還有高低差。每一戶的地板高度都不一樣，推嬰兒車的人最有感。",
      to: "大家好",
    },
    {
      at: "14:20",
      by: "思妤",
      text: "真的，我上週推媽媽的輪椅走永康街，短短兩百公尺就換了七次高度。下次可以找一天實際走一趟，邊走邊記錄，走完再去吃冰。",
    },
    { at: "14:21", by: "志明", text: "好主意！" },
  ]),
};

const CODE = `Here is the whole loop, with the step that I got wrong:

\`\`\`js
function newton(f, df, x, steps = 6) {
  for (let i = 0; i < steps; i++) {
    x -= f(x) / df(x); // I had + here
  }
  return x;
}

newton((x) => x * x - 2, (x) => 2 * x, 1);
\`\`\``;

const TABLE = `It doubles its correct digits each time:

| step | x | digits |
|---:|---|---:|
| 1 | 1.5 | 1 |
| 2 | 1.4166… | 3 |
| 3 | 1.414215… | 6 |
| 4 | 1.41421356237… | 12 |`;

const MATHS = `Because near the root the error is squared:

$$x_{n+1} = x_n - \\frac{f(x_n)}{f'(x_n)}, \\qquad e_{n+1} \\approx \\frac{f''(r)}{2 f'(r)}\\, e_n^2$$

So with $e_n = 10^{-3}$ the next one is about $10^{-6}$.`;

export const study: Scene = {
  room: "numerics-study",
  topic: "Problem sheet 5, due on Tuesday",
  zone: "+00:00",
  reader: "Sam",
  cast: 292,
  days: days([
    { at: "20:01", by: "Ida", text: "Did anybody get exercise 3 to converge? Mine runs away to `Infinity`." },
    { at: "20:06", by: "Sam", text: CODE, to: "Did anybody", reacts: { "🎉": ["Ida"] } },
    { at: "20:08", by: "Ida", text: "A minus sign. *Of course* it was a minus sign." },
    { at: "20:12", by: "Ravi", text: TABLE, reacts: { "😮": ["Sam", "Ida"] } },
    { at: "20:15", by: "Ravi", text: MATHS },
    {
      at: "20:19",
      by: "Sam",
      text: "Before Tuesday then:\n\n1. write up exercise 3\n2. compare with bisection\n3. ~~plot everything~~ plot **one** thing\n\n> The purpose of computing is insight, not numbers.",
    },
  ]),
};

export const rightToLeft: Scene = {
  room: "translators",
  topic: "עברית, العربية, English",
  zone: "+00:00",
  reader: "Dana",
  cast: 443,
  days: days([
    { at: "09:12", by: "ليلى", text: "صباح الخير! هل راجع أحدكم الفصل الثالث؟" },
    { at: "09:14", by: "נועם", text: 'בוקר טוב, סיימתי אתמול. יש לי שאלה על המילה "parlor" בעמוד 12.' },
    {
      at: "09:15",
      by: "Dana",
      text: "I would keep parlor, it is a name there. ליתר ביטחון אשאל את המחברת.",
      to: "בוקר טוב",
    },
    {
      at: "09:18",
      by: "ليلى",
      text: "أوافق، نُبقي الاسم كما هو: Parlor (3 مرات في الصفحة). انظروا https://example.com/glossary#parlor",
      reacts: { "👍": ["Dana", "נועם"] },
    },
    { at: "09:20", by: "נועם", text: "@Dana תודה! אז הגרסה הסופית: v2.1, עד יום חמישי ב־14:00." },
    { at: "09:22", by: "Dana", text: "Thursday, 14:00 it is." },
    { at: "09:23", by: "ليلى", text: "شكرًا للجميع 🌿" },
  ]),
};
