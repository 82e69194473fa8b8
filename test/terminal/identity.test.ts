import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";
import { keptSecret } from "../../src/terminal/identity.ts";

/** A home of hers, in which this is kept. */
function home(kept?: string) {
  const dir = mkdtempSync(join(tmpdir(), "parlor-"));
  vi.stubEnv("XDG_CONFIG_HOME", dir);
  onTestFinished(() => {
    vi.unstubAllEnvs();
    rmSync(dir, { recursive: true });
  });
  if (kept === undefined) return;
  mkdirSync(join(dir, "parlor"));
  writeFileSync(join(dir, "parlor", "secret"), kept);
}

it.each([undefined, "", "half a sec", `${"a".repeat(43)}, or so`])(
  "ann is the same person the next time, where %j was kept of who she is",
  (kept) => {
    home(kept);
    const secret = keptSecret();
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(keptSecret()).toBe(secret);
  },
);

it("ann is somebody new each time where nothing can be kept", () => {
  home();
  vi.stubEnv("XDG_CONFIG_HOME", "/dev/null");
  expect(keptSecret()).not.toBe(keptSecret());
});
