// A server and a browser for a file of tests, made before them and taken down after.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import { launch } from "./chromium.ts";
import { type Served, serve } from "./serve.ts";

export interface House {
  browser(): Browser;
  served(): Served;
  /** Kills every process of the server and starts it again on the same rooms and port. */
  powerCut(): Promise<void>;
}

/** Sets the house up for the tests of this file. `env` is what the server is configured with. */
export function openHouse(env: Record<string, string> = {}): House {
  const dir = mkdtempSync(join(tmpdir(), "parlor-"));
  let browser: Browser | undefined;
  let served: Served | undefined;
  const built = <T>(part: T | undefined): T => {
    if (part === undefined) throw new Error("the house is not open yet");
    return part;
  };
  beforeAll(async () => {
    [served, browser] = await Promise.all([serve(dir, { env }), launch()]);
  });
  // Pages that nobody looks at any more go on living, and the tests after would share the machine with them.
  afterEach(async ({ task }) => {
    if (task.concurrent !== true) await Promise.all((browser?.contexts() ?? []).map((context) => context.close()));
  });
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
    rmSync(dir, { recursive: true, force: true });
  });
  return {
    browser: () => built(browser),
    served: () => built(served),
    async powerCut() {
      const { port } = built(served);
      await built(served).kill9All();
      served = await serve(dir, { port, env });
    },
  };
}

/** Sets up a server alone for the tests of this file. */
export function openServer(env: Record<string, string> = {}, by: "node" | "counted" = "node"): () => Served {
  const dir = mkdtempSync(join(tmpdir(), "parlor-"));
  let served: Served | undefined;
  beforeAll(async () => {
    served = await serve(dir, { env, by });
  });
  afterAll(async () => {
    await served?.stop();
    rmSync(dir, { recursive: true, force: true });
  });
  return () => {
    if (served === undefined) throw new Error("the server does not run yet");
    return served;
  };
}

let rooms = 0;
/** A room's path that no other test uses. */
export function freshPath(): string {
  rooms += 1;
  return `/r/room-${rooms}-${Date.now().toString(36)}`;
}
