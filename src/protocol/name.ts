// People's names: what is kept of what they typed, and the tag that stands beside it.
import { programOf } from "./bot.ts";
import { countGraphemes } from "./graphemes.ts";
import { NAME_BYTES, NAME_GRAPHEMES } from "./limits.ts";
import { utf8Bytes } from "./utf8.ts";

// Controls and invisible formatting (bidi overrides, zero-width characters) let one name look like another.
// The zero-width joiner stays inside emoji, which fall apart without it; so do the variants of emoji and of 漢字.
const UNSEEN =
  /(?<!\p{Extended_Pictographic}\ufe0f?\p{Emoji_Modifier}?)\u200d|(?![\u200d\ufe0e\ufe0f\u{e0100}-\u{e01ef}])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{DI}\u2800]/gu;

function visible(raw: string): string {
  return raw.toWellFormed().normalize("NFC").replace(/\s+/gu, " ").replace(UNSEEN, "").trim();
}

function fits(name: string): boolean {
  return utf8Bytes(name) <= NAME_BYTES && countGraphemes(name) <= NAME_GRAPHEMES;
}

/** Whether something of this can be a name: visible, ≤ 32 graphemes, ≤ 128 bytes of UTF-8. */
export function isName(raw: string): boolean {
  if (raw.length > 4 * NAME_BYTES) return false;
  const name = cleanName(raw);
  return /[^\s\p{M}]/u.test(name) && fits(name);
}

/** The name as it is stored and shown: well-formed, NFC, without anything invisible, trimmed. Idempotent. */
export function cleanName(raw: string): string {
  let name = visible(raw);
  // Taking a character away can join two others; what is stored must not change when it is cleaned again.
  for (let again = visible(name); again !== name; again = visible(name)) name = again;
  return name;
}

/** The short public mark of a member id that stands beside the name, so that nobody wears another's name unnoticed. */
export function tagOf(member: string): string {
  // What a program is, is the first thing to know of it.
  return programOf(member) ?? member.slice(0, 4);
}
