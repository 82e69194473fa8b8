// Search as a part that is fetched when somebody reaches for it.
import { laterStyle, lazily } from "../room/lazily.ts";

/** The sheet in which messages are found, and what finds them. */
export const searchPart = lazily(async () => {
  const [{ SearchSheet }, { createFinder }] = await Promise.all([
    import("./search-sheet.tsx"),
    import("./finder.ts"),
    laterStyle(),
  ]);
  return { SearchSheet, createFinder };
});
