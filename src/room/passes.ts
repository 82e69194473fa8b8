// The room's passcode: what it was made of, who has said it, and who has guessed. Its three tables and nothing else.
import { createHash, pbkdf2Sync, randomBytes, timingSafeEqual } from "node:crypto";
import { type Pass, STRETCH } from "../protocol/pass.ts";
import type { Refusal } from "../protocol/refusal.ts";
import { type Guesses, guesses as ours } from "./abuse.ts";
import type { Database } from "./database.ts";
import type { Source } from "./meters.ts";
import type { Settings } from "./settings.ts";

/** Rounds after those of the stretching, so that what is stored opens nothing by itself. */
const ROUNDS = 20_000;
/** The row that counts the guesses of everybody. No address is called so. */
const EVERYBODY = "";
/** Made with a room's first passcode: each table costs a room that has none. */
const TABLES = [
  "CREATE TABLE IF NOT EXISTS passcode (salt TEXT NOT NULL, hash TEXT NOT NULL)",
  "CREATE TABLE IF NOT EXISTS passed (member TEXT PRIMARY KEY) WITHOUT ROWID",
  // Of an address, hashed, and of everybody.
  `CREATE TABLE IF NOT EXISTS guesses (
    source TEXT PRIMARY KEY,
    wrong INTEGER NOT NULL,
    at INTEGER NOT NULL
  ) WITHOUT ROWID`,
];

export interface Passes {
  /** Newcomers are asked for a passcode. */
  readonly asked: boolean;
  /** Whether this member has said it, since it was set. */
  knows(member: string): boolean;
  /** Sets it, or takes it away: whoever has said the last one has to say this one. Runs inside the op's transaction. */
  set(pass: Pass | null): void;
  /** This member has said it. */
  admit(member: string): void;
  /** When the oldest count of wrong guesses can be let go, in ms, and letting go of those that can. */
  readonly nextForgotten: number | undefined;
  sweep(now: number): void;
  /** Tries one at `now` (ms): nothing where it is right. */
  guess(source: Source, pass: Pass, now: number): Refusal | undefined;
}

interface Secret extends Record<string, string> {
  salt: string;
  hash: string;
}

interface Counted extends Record<string, string | number> {
  source: string;
  wrong: number;
  /** When the last one was, in ms. */
  at: number;
}

/** The passcode that this database holds, for the room of this name. */
export function openPasses(
  database: Database,
  settings: Pick<Settings, "rules">,
  room: string,
  guesses: Guesses = ours,
): Passes {
  /** When the oldest of the guesses that are counted was, once it was asked for. */
  let oldest: { at: number | null } | undefined;
  /** Of the last that was right: who comes with it again, at each request, need not be stretched again. */
  let right: Buffer | undefined;

  function isRight(pass: Pass, { salt, hash: meant }: Secret): boolean {
    const said = createHash("sha256")
      .update(JSON.stringify([salt, pass]))
      .digest();
    if (right !== undefined && timingSafeEqual(said, right)) return true;
    if (!timingSafeEqual(hash(pass, salt), Buffer.from(meant, "base64url"))) return false;
    right = said;
    return true;
  }

  /** Milliseconds after the last of so many wrong guesses: none at first, then each time twice as long. */
  function waitAfter(wrong: number, source: string): number {
    const { free, longestS } = source === EVERYBODY ? guesses.room : guesses.address;
    return wrong < free ? 0 : Math.min(longestS, 2 ** (wrong - free)) * 1000;
  }

  function hash(pass: Pass, salt: string): Buffer {
    const key = "key" in pass ? pass.key : stretch(pass.code, room);
    return pbkdf2Sync(key, Buffer.from(salt, "base64url"), ROUNDS, STRETCH.bytes, "sha256");
  }

  /** Whole seconds until the next guess of any of these is heard. */
  function waitOf(sources: readonly string[], now: number): number {
    const rows = database.all<Counted>(
      `SELECT * FROM guesses WHERE source IN (${sources.map(() => "?").join(", ")})`,
      ...sources,
    );
    return Math.max(0, ...rows.map(({ source, wrong, at }) => Math.ceil((at + waitAfter(wrong, source) - now) / 1000)));
  }

  function wrong(sources: readonly string[], now: number): void {
    oldest = undefined;
    for (const source of sources) {
      database.all(
        `INSERT INTO guesses (source, wrong, at) VALUES (?, 1, ?)
         ON CONFLICT (source) DO UPDATE SET wrong = wrong + 1, at = excluded.at`,
        ...[source, now],
      );
    }
  }

  return {
    get asked() {
      return settings.rules.pass;
    },
    knows: (member) => database.all("SELECT 1 FROM passed WHERE member = ?", member).length > 0,
    set(pass) {
      oldest = undefined;
      for (const table of TABLES) database.all(table);
      database.all("DELETE FROM passcode");
      database.all("DELETE FROM passed");
      database.all("DELETE FROM guesses");
      if (pass === null) return;
      const salt = randomBytes(16).toString("base64url");
      const hashed = hash(pass, salt).toString("base64url");
      database.all("INSERT INTO passcode (salt, hash) VALUES (?, ?)", salt, hashed);
    },
    get nextForgotten() {
      if (!settings.rules.pass) return undefined;
      oldest ??= { at: database.all<{ at: number | null }>("SELECT min(at) AS at FROM guesses")[0]?.at ?? null };
      return oldest.at === null ? undefined : oldest.at + guesses.forgetS * 1000;
    },
    sweep(now) {
      oldest = undefined;
      if (settings.rules.pass) database.all("DELETE FROM guesses WHERE at <= ?", now - guesses.forgetS * 1000);
    },
    admit: (member) => void database.all("INSERT OR IGNORE INTO passed (member) VALUES (?)", member),
    guess({ address }, pass, now) {
      const [meant] = database.all<Secret>("SELECT salt, hash FROM passcode");
      if (meant === undefined) return undefined;
      const sources = address === "" ? [EVERYBODY] : [EVERYBODY, address];
      const retryAfter = waitOf(sources, now);
      // Not even looked at: a right one says no more than a wrong one.
      if (retryAfter > 0) return { code: "wrong_pass", retryAfter };
      if (!isRight(pass, meant)) {
        wrong(sources, now);
        const wait = waitOf(sources, now);
        return { code: "wrong_pass", ...(wait > 0 && { retryAfter: wait }) };
      }
      if (address !== "") database.all("DELETE FROM guesses WHERE source = ?", address);
      return undefined;
    },
  };
}

/** The key of a code, as a browser stretches it. */
function stretch(code: string, room: string): string {
  return pbkdf2Sync(code, STRETCH.salt(room), STRETCH.rounds, STRETCH.bytes, "sha256").toString("base64url");
}
