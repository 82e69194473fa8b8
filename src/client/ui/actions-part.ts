// What one can do with a message, as a part that is fetched when the first screen is up.
import { laterStyle, lazily } from "./lazily.ts";

/** The bar over a message, and the sheet of one. */
export const actionsPart = lazily(async () => {
  const [{ ActionBar }, { MessageSheet }] = await Promise.all([
    import("./actions/bar.tsx"),
    import("./actions/sheet.tsx"),
    laterStyle(),
  ]);
  return { ActionBar, MessageSheet };
});
