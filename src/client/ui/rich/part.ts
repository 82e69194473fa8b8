// Rich text as a part that is fetched when a message first needs it: plain talk never does.
import { breath } from "../browser/idle.ts";
import { laterStyle, lazily } from "../room/lazily.ts";

/** The renderer of Markdown, code and maths, and the emoji of `:shortcodes:`. */
export const richPart = lazily(async () => {
  const [{ Rich, parse }, { withEmoji }] = await Promise.all([
    import("./rich.tsx"),
    import("../emoji/shortcodes.ts"),
    laterStyle(),
  ]);
  // Its patterns are compiled when they are first used, which takes longer than all of a screen's text: in a task of its own.
  await breath();
  parse("**one** [two](three)\n\n- `four`");
  return { Rich, withEmoji };
});
