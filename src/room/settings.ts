// What is set for the whole room, as it is now: the settings table and nothing else. Today that is the topic.
import type { Database } from "./database.ts";
import type { Log } from "./log.ts";

export interface Settings {
  /** What the room is about, `""` where nobody has said. */
  readonly topic: string;
  /** Sets the topic: one row. Runs inside the op's transaction, after the log has made the room. */
  setTopic(topic: string): void;
  /** Forgets what is remembered of rows, after a transaction that was rolled back. */
  reread(): void;
}

/** The settings that this database holds. Each welcome tells of them, so they are read once, and nothing but their row. */
export function openSettings(database: Database, log: Pick<Log, "head">): Settings {
  let topic: string | undefined;

  function read(): string {
    // Before the first event there are no tables.
    if (log.head === 0) return "";
    const [row] = database.all<{ value: string }>("SELECT value FROM settings WHERE name = 'topic'");
    return row?.value ?? "";
  }

  return {
    get topic() {
      topic ??= read();
      return topic;
    },
    setTopic(text) {
      database.all(
        "INSERT INTO settings (name, value) VALUES ('topic', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        text,
      );
      topic = text;
    },
    reread() {
      topic = undefined;
    },
  };
}
