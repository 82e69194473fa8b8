// Keeping a room in order, as a part that is fetched by those who can.
import { signal } from "@preact/signals";
import { laterStyle, lazily } from "../room/lazily.ts";

/** The member about whom one looks what can be done. */
export const memberOpen = signal<string | undefined>();

/** What one can do with somebody, and what one can set for the room. */
export const moderationPart = lazily(async () => {
  const [{ MemberSheet }, { RoomRules }] = await Promise.all([
    import("./member-sheet.tsx"),
    import("./room-rules.tsx"),
    laterStyle(),
  ]);
  return { MemberSheet, RoomRules };
});
