// The room's tables, and how an older room's tables become today's.
import type { Database } from "./database.ts";

// Append only: a room that slept through several releases runs those it has not seen, in order.
// SQLite in Durable Objects has no `PRAGMA user_version`, so a table counts them.
const migrations: readonly (readonly string[])[] = [
  [
    // Two rows written for a message: the row and its unique id. Cloudflare bills rows.
    `CREATE TABLE events (
      seq INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      by TEXT NOT NULL,
      at INTEGER NOT NULL,
      kind TEXT NOT NULL,
      target INTEGER,
      data TEXT NOT NULL
    )`,
    // Only what changes a message is in it, so that sending one doesn't pay for it.
    "CREATE INDEX amendments ON events (target, seq) WHERE target IS NOT NULL",
    // WITHOUT ROWID: one row written for a member, not two.
    `CREATE TABLE members (
      member TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      guest INTEGER NOT NULL
    ) WITHOUT ROWID`,
  ],
  [
    `CREATE TABLE settings (
      name TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) WITHOUT ROWID`,
  ],
  [
    "ALTER TABLE members ADD COLUMN role TEXT NOT NULL DEFAULT 'member'",
    "ALTER TABLE members ADD COLUMN muted_until INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE members ADD COLUMN spoke_at INTEGER NOT NULL DEFAULT 0",
    // Only the one owner is in it.
    "CREATE INDEX owners ON members (role) WHERE role = 'owner'",
    `CREATE TABLE bans (
      member TEXT PRIMARY KEY,
      until INTEGER,
      seq INTEGER NOT NULL
    ) WITHOUT ROWID`,
  ],
  // A hash of where somebody was, for as long as they are banned from there.
  ["ALTER TABLE bans ADD COLUMN address TEXT NOT NULL DEFAULT ''"],
  // The event that says why may go before the ban does.
  [
    "ALTER TABLE bans ADD COLUMN by TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE bans ADD COLUMN at INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE bans ADD COLUMN reason TEXT NOT NULL DEFAULT ''",
    `UPDATE bans SET by = events.by, at = events.at, reason = coalesce(events.data ->> 'reason', '')
      FROM events WHERE events.seq = bans.seq AND events.kind = 'ban'`,
  ],
];

/** What all of those come to, for a room that is just being made: each statement is a row or more, and paid for. */
const today: readonly string[] = [
  ...(migrations[0] ?? []).slice(0, 2),
  `CREATE TABLE members (
    member TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    guest INTEGER NOT NULL,
    role TEXT NOT NULL DEFAULT 'member',
    muted_until INTEGER NOT NULL DEFAULT 0,
    spoke_at INTEGER NOT NULL DEFAULT 0
  ) WITHOUT ROWID`,
  "CREATE INDEX owners ON members (role) WHERE role = 'owner'",
  ...(migrations[1] ?? []),
  `CREATE TABLE bans (
    member TEXT PRIMARY KEY,
    until INTEGER,
    seq INTEGER NOT NULL,
    address TEXT NOT NULL DEFAULT '',
    by TEXT NOT NULL DEFAULT '',
    at INTEGER NOT NULL DEFAULT 0,
    reason TEXT NOT NULL DEFAULT ''
  ) WITHOUT ROWID`,
];

/** Whether anything was ever stored here. Reading a room that does not exist must not make it. */
export function exists(database: Database): boolean {
  return database.has("events");
}

/** Brings the tables up to date, making them where there are none. Call it inside a transaction. */
export function migrate(database: Database): void {
  database.all("CREATE TABLE IF NOT EXISTS migrations (version INTEGER PRIMARY KEY)");
  const [row] = database.all<{ version: number }>("SELECT coalesce(max(version), 0) AS version FROM migrations");
  const done = row?.version ?? 0;
  if (done === 0) {
    for (const statement of today) database.all(statement);
    database.all("INSERT INTO migrations (version) VALUES (?)", migrations.length);
    return;
  }
  for (const [index, statements] of migrations.entries()) {
    if (index < done) continue;
    for (const statement of statements) database.all(statement);
    database.all("INSERT INTO migrations (version) VALUES (?)", index + 1);
  }
}
