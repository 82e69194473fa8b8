// Rich text as a part that is fetched when a message first needs it: plain talk never does.
import { laterStyle, lazily } from "../room/lazily.ts";

/** The renderer of Markdown, code and maths, and the emoji of `:shortcodes:`. */
export const richPart = lazily(async () => {
  const [{ Rich }, { withEmoji }] = await Promise.all([
    import("./rich.tsx"),
    import("../emoji/shortcodes.ts"),
    laterStyle(),
  ]);
  return { Rich, withEmoji };
});
