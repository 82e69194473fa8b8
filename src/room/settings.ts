// What is set for the whole room, as it is now: the settings table and nothing else.
import * as v from "valibot";
import { OPEN, Rules } from "../protocol/rules.ts";
import type { Database } from "./database.ts";
import type { Log } from "./log.ts";

/** What an older or a newer build set otherwise, we don't know how to hold to; the others still hold. */
const Kept = v.object({
  title: v.fallback(Rules.entries.title, OPEN.title),
  write: v.fallback(Rules.entries.write, OPEN.write),
  locked: v.fallback(Rules.entries.locked, OPEN.locked),
  slow: v.fallback(Rules.entries.slow, OPEN.slow),
  keep: v.fallback(Rules.entries.keep, OPEN.keep),
  listed: v.fallback(Rules.entries.listed, OPEN.listed),
  pass: v.fallback(Rules.entries.pass, OPEN.pass),
});

export interface Settings {
  /** What the room is about, `""` where nobody has said. */
  readonly topic: string;
  readonly rules: Rules;
  /** Sets the topic: one row. Runs inside the op's transaction, after the log has made the room. */
  setTopic(topic: string): void;
  /** Changes these rules: one row each. Runs inside the op's transaction. */
  setRules(rules: Partial<Rules>): void;
  /** Forgets what is remembered of rows, after a transaction that was rolled back. */
  reread(): void;
}

/** The settings that this database holds. Each welcome tells of them, so they are read once. */
export function openSettings(database: Database, log: Pick<Log, "head">): Settings {
  let known: { topic: string; rules: Rules } | undefined;

  function read(): { topic: string; rules: Rules } {
    // Before the first event there are no tables.
    if (log.head === 0) return { topic: "", rules: OPEN };
    const rows = database.all<{ name: string; value: string }>("SELECT name, value FROM settings");
    const { topic = "", ...rules } = Object.fromEntries(rows.map(({ name, value }) => [name, value]));
    const set = Object.fromEntries(Object.entries(rules).map(([name, value]) => [name, JSON.parse(value)]));
    return { topic, rules: v.parse(Kept, { ...OPEN, ...set }) };
  }

  function now(): { topic: string; rules: Rules } {
    known ??= read();
    return known;
  }

  function write(name: string, value: string): void {
    database.all(
      "INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
      ...[name, value],
    );
  }

  return {
    get topic() {
      return now().topic;
    },
    get rules() {
      return now().rules;
    },
    setTopic(text) {
      // Written as it is, as it was before there were rules.
      write("topic", text);
      known = { ...now(), topic: text };
    },
    setRules(rules) {
      for (const [name, value] of Object.entries(rules)) write(name, JSON.stringify(value));
      known = { ...now(), rules: { ...now().rules, ...rules } };
    },
    reread() {
      known = undefined;
    },
  };
}
