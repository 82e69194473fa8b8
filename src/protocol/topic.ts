// The room's topic: one line that says what this room is about.
import { countGraphemes } from "./graphemes.ts";
import { TOPIC_BYTES, TOPIC_GRAPHEMES } from "./limits.ts";
import { utf8Bytes } from "./utf8.ts";

// A terminal would obey controls, and a break would make two lines of one.
const BREAKS = /[\s\p{Cc}]+/gu;
const SEEN = /[^\s\p{Cf}\p{Cs}\p{DI}\u2800]/u;

/** The topic as it is stored and shown: one line, trimmed, and `""`, no topic, where there is nothing to see in it. */
export function cleanTopic(raw: string): string {
  const topic = raw.replace(BREAKS, " ").trim();
  return SEEN.test(topic) ? topic : "";
}

/** Whether a cleaned topic is short enough: ≤ 120 graphemes, ≤ 480 bytes of UTF-8. */
export function fitsTopic(topic: string): boolean {
  // Bytes first: only short texts are cut into graphemes.
  return utf8Bytes(topic) <= TOPIC_BYTES && countGraphemes(topic) <= TOPIC_GRAPHEMES;
}
