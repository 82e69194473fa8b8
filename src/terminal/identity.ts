// Who sits at this terminal: a secret in a file that only they can read, the same person the next time.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { newSecret } from "../library/index.ts";

/** The secret that was kept, or a new one. Where nothing can be kept, somebody new each time. */
export function keptSecret(): string {
  const folder = join(process.env.XDG_CONFIG_HOME ?? join(homedir(), ".config"), "parlor");
  const file = join(folder, "secret");
  const kept = read(file);
  if (/^[\w-]{43}$/.test(kept)) return kept;
  const secret = newSecret();
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, `${secret}\n`, { mode: 0o600 });
  } catch {
    // A home that can't be written to.
  }
  return secret;
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    // There is none yet, or it is not for us.
    return "";
  }
}
