// What helps with writing, as parts that are fetched when somebody begins to write, and when they want an emoji.
import { laterStyle, lazily } from "../room/lazily.ts";

/** Completion, Markdown by keys, commands, long texts in parts. Plain words are written and sent without it. */
export const writingPart = lazily(async () => {
  const [{ Aids }, { InParts }, { obey }] = await Promise.all([
    import("./aids.tsx"),
    import("./in-parts.tsx"),
    import("./commands.ts"),
    laterStyle(),
  ]);
  return { Aids, InParts, obey };
});

/** The emoji, in a popover or a sheet. */
export const emojiPart = lazily(async () => {
  const [part] = await Promise.all([import("./emoji-panel.tsx"), laterStyle()]);
  return part;
});
