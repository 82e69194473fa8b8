// A few emoji that everybody knows, for where the data of all can't be had.
import type { Emoji } from "./search.ts";

const FEW =
  "😀 grinning 😂 joy 🤣 rofl 😊 blush 😉 wink 😍 heart_eyes 😘 kissing_heart 😎 sunglasses 🤔 thinking 😐 neutral_face " +
  "🙄 rolling_eyes 😴 sleeping 😮 open_mouth 😢 cry 😭 sob 😡 rage 😱 scream 🥳 partying_face 🤯 exploding_head 😅 sweat_smile " +
  "👍 thumbsup 👎 thumbsdown 👋 wave 👏 clap 🙏 pray 💪 muscle 👀 eyes ❤️ heart 💔 broken_heart 🔥 fire " +
  "🎉 tada ✨ sparkles ⭐ star ☀️ sunny 🌈 rainbow ☕ coffee 🍰 cake 🍺 beer ✅ white_check_mark ❌ x " +
  "❓ question ❗ exclamation 💡 bulb 🚀 rocket 💯 100 🐛 bug 🐱 cat_face 🐶 dog_face";

/** All in the first group, as faces are. */
export const few: readonly Emoji[] = [...FEW.matchAll(/(\S+) (\w+)/g)].map(([, unicode = "", code = ""]) => ({
  unicode,
  name: code.replaceAll("_", " "),
  group: 0,
  codes: [code],
  tags: [],
}));
