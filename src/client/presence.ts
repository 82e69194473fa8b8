// Hears who comes, goes and types, and lets both fade: those who left, and those who stopped without a word.
import type { Down, Welcome } from "../protocol/down.ts";
import type { Current } from "./current.ts";
import { createExpiry } from "./expiry.ts";
import type { Platform } from "./platform.ts";
import { LEAVE_GRACE_MS } from "./roster.ts";
import { TYPING_EXPIRES_MS } from "./typing.ts";

export interface Presence {
  roster(frame: Welcome | Down<"roster">): void;
  typing(frame: Down<"typing">): void;
  stop(): void;
}

export function createPresence(platform: Platform, current: Current): Presence {
  const leaving = createExpiry(platform, LEAVE_GRACE_MS, (member) => current.change({ type: "gone", member }));
  const typing = createExpiry(platform, TYPING_EXPIRES_MS, (member) => current.change({ type: "quiet", member }));
  return {
    roster(frame) {
      const before = current.state.leaving;
      current.change(frame);
      for (const member of current.state.leaving) if (!before.includes(member)) leaving.start(member);
    },
    typing(frame) {
      if (frame.on) typing.start(frame.member);
      current.change(frame);
    },
    stop() {
      leaving.clear();
      typing.clear();
    },
  };
}
