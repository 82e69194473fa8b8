// A place to look at screens in: Parlor as `npm run serve` has it, in a folder of its own, and a browser.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { launch } from "../../test/support/chromium.ts";
import { begin, parlor } from "../servers.ts";

export interface Premises {
  /** The server's origin. A name, not an address: there a browser takes plain http for secure. */
  url: string;
  browser: Browser;
}

/** Does the work there, and takes everything down after it, however it ends. */
export async function onPremises<T>(work: (premises: Premises) => Promise<T>): Promise<T> {
  const dir = mkdtempSync(join(tmpdir(), "parlor-screen-"));
  try {
    const running = await begin(parlor, dir);
    try {
      const browser = await launch({ whole: true });
      return await work({ url: `http://localhost:${running.port}`, browser }).finally(() => browser.close());
    } finally {
      await running.stop();
    }
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
