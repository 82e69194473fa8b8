// Notifications as a part that is fetched by those who want them.
import { lazily } from "../room/lazily.ts";

/** Watching a room, to tell of what comes while nobody looks. */
export const noticePart = lazily(() => import("./watch.ts"));
