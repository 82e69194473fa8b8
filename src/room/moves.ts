// An owner on their way to another device: by a secret that is good once and for a short time. The moves table and nothing else.
import { createHash, randomBytes } from "node:crypto";
import type { Database } from "./database.ts";

/** So long a secret is good, in milliseconds. */
export const MOVE_MS = 10 * 60_000;

export interface Moves {
  /** A secret for a member, made at `now` (ms), in place of the one before. Only its hash is kept. */
  make(member: string, now: number): string;
  /** Whose secret this is; it is good no more. Nothing where it is nobody's, or too late. */
  take(secret: string, now: number): string | undefined;
}

/** The moves that this database holds. There is no table before the first. */
export function openMoves(database: Database): Moves {
  const hash = (secret: string) => createHash("sha256").update(secret).digest("hex");
  return {
    make(member, now) {
      const secret = randomBytes(24).toString("base64url");
      database.all(
        "CREATE TABLE IF NOT EXISTS moves (hash TEXT PRIMARY KEY, member TEXT NOT NULL, until INTEGER NOT NULL) WITHOUT ROWID",
      );
      database.all("DELETE FROM moves WHERE member = ? OR until <= ?", member, now);
      database.all(
        "INSERT INTO moves (hash, member, until) VALUES (?, ?, ?)",
        ...[hash(secret), member, now + MOVE_MS],
      );
      return secret;
    },
    take(secret, now) {
      if (!database.has("moves")) return undefined;
      const [move] = database.all<{ member: string }>(
        "DELETE FROM moves WHERE hash = ? AND until > ? RETURNING member",
        ...[hash(secret), now],
      );
      return move?.member;
    },
  };
}
