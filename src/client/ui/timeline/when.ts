// Times as the reader says them: their time zone, their language.
import type { Words } from "../../i18n/index.ts";

type Style = "clock" | "full" | "weekday" | "date" | "dateWithYear";

const styles: Record<Style, Intl.DateTimeFormatOptions> = {
  clock: { hour: "numeric", minute: "2-digit" },
  full: { dateStyle: "full", timeStyle: "short" },
  weekday: { weekday: "long" },
  date: { weekday: "long", day: "numeric", month: "long" },
  dateWithYear: { year: "numeric", month: "long", day: "numeric" },
};

// Making a formatter costs as much as a hundred uses of it.
const formats = new Map<string, Intl.DateTimeFormat>();

function format(lang: string, style: Style, at: number): string {
  const key = `${lang} ${style}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(lang, styles[style]);
  formats.set(key, known);
  return known.format(at);
}

/** The calendar day in the reader's time zone, as a number that goes up by one each day. */
export function dayOf(at: number): number {
  const date = new Date(at);
  return Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000);
}

/** Today, Yesterday, a weekday of this week, or a date. */
export function dayName(at: number, now: number, words: Words): string {
  const ago = dayOf(now) - dayOf(at);
  if (ago === 0) return words.timeline.today;
  if (ago === 1) return words.timeline.yesterday;
  if (ago > 1 && ago < 7) return format(words.lang, "weekday", at);
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return format(words.lang, sameYear ? "date" : "dateWithYear", at);
}

/** The time of day. */
export function clock(at: number, lang: string): string {
  return format(lang, "clock", at);
}

/** The same without morning or afternoon, for where the hour before it stands with it. */
export function bareClock(at: number, lang: string): string {
  return clock(at, lang).replace(/[^\d:.]+/g, "");
}

/** Everything there is to say about a time, for its tooltip. */
export function fullTime(at: number, lang: string): string {
  return format(lang, "full", at);
}
