// People's names: what is kept of what they typed, and the tag that stands beside it.
import { programOf } from "./bot.ts";
import { countGraphemes } from "./graphemes.ts";
import { NAME_BYTES, NAME_GRAPHEMES } from "./limits.ts";
import { utf8Bytes } from "./utf8.ts";

// What is taken out. Controls and invisible formatting (bidi overrides, zero-width characters, variants) let one name look like
// another; what an emoji is made of stays, or it would fall apart: a joiner between two parts, and the variant of a sign that is
// text without. And marks beyond the third on one letter, which is more than any language needs; those beside it don't pile up.
const NOT_IN_NAMES =
  /[\p{Cc}\p{Cf}\p{DI}\u2800](?<!\p{ExtPict}\ufe0f?\p{EMod}?\u200d(?=\p{ExtPict})|(?!\p{EPres})\p{ExtPict}\ufe0f|[\d#*]\ufe0f(?=\u20e3))|[\p{Mn}\p{Me}](?<=([\p{Mn}\p{Me}]\p{Mc}*){3}.)/gu;

/** Whether something of this can be a name: visible, ≤ 32 graphemes, ≤ 128 bytes of UTF-8. */
export function isName(raw: string): boolean {
  if (raw.length > 4 * NAME_BYTES) return false;
  const name = cleanName(raw);
  return /[^\s\p{M}]/u.test(name) && utf8Bytes(name) <= NAME_BYTES && countGraphemes(name) <= NAME_GRAPHEMES;
}

/** The name as it is stored and shown: well-formed, NFC, without anything invisible or piled up, trimmed. Idempotent. */
export function cleanName(raw: string): string {
  const name = raw.toWellFormed().normalize("NFC").replace(/\s+/gu, " ").replace(NOT_IN_NAMES, "").trim();
  // Taking a character away can join two others; what is stored must not change when it is cleaned again.
  return name === raw ? name : cleanName(name);
}

/** The short public mark of a member id that stands beside the name, so that nobody wears another's name unnoticed. */
export function tagOf(member: string): string {
  // What a program is, is the first thing to know of it.
  return programOf(member) ?? member.slice(0, 4);
}
