// Keeping a room in order, as a part that is fetched by those who can.
import { laterStyle, lazily } from "../room/lazily.ts";

/** What one can do with somebody, and what one can set for the room. */
export const moderationPart = lazily(async () => {
  const [{ MemberSheet }, { RoomRules }] = await Promise.all([
    import("./member-sheet.tsx"),
    import("./room-rules.tsx"),
    laterStyle(),
  ]);
  return { MemberSheet, RoomRules };
});
