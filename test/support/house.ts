// A server and a browser for files of tests.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, inject } from "vitest";
import { type Launch, launch } from "./chromium.ts";
import { leaveAll } from "./contexts.ts";
import { type Served, serve } from "./serve.ts";

export interface House {
  browser(): Browser;
  served(): Served;
  /** Kills every process of the server and starts it again on the same rooms and port. */
  powerCut(): Promise<void>;
}

/** A server and its folder, and browsers: by what they are configured with, for all files of this process. */
const servers = new Map<string, Promise<{ dir: string; served: Served }>>();
const browsers = new Map<string, Promise<Browser>>();
function once<T>(made: Map<string, Promise<T>>, how: object, make: () => Promise<T>): Promise<T> {
  const key = JSON.stringify(how);
  const one = made.get(key) ?? make();
  made.set(key, one);
  return one;
}

/**
 * Sets the house up for the tests of this file. `env` is what the server is configured with, `how` what its browser is. Files
 * that want the same have the same, one after the other: to start both takes longer than many a test. They go with the process
 * (houses.ts).
 */
export function openHouse(env: Record<string, string> = {}, how: Launch = {}): House {
  let browser: Browser | undefined;
  let server: { dir: string; served: Served } | undefined;
  const built = <T>(part: T | undefined): T => {
    if (part === undefined) throw new Error("the house is not open yet");
    return part;
  };
  const start = async () => {
    const dir = mkdtempSync(join(inject("houses"), "house-"));
    return { dir, served: await serve(dir, { env }) };
  };
  beforeAll(async () => {
    [server, browser] = await Promise.all([once(servers, env, start), once(browsers, how, () => launch(how))]);
  });
  // Pages that nobody looks at any more go on living, and the tests after would share the machine with them.
  afterEach(async ({ task }) => {
    if (browser !== undefined && task.concurrent !== true) await leaveAll(browser);
  });
  return {
    browser: () => built(browser),
    served: () => built(server).served,
    async powerCut() {
      const house = built(server);
      const { port } = house.served;
      await house.served.kill9All();
      house.served = await serve(house.dir, { port, env });
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
