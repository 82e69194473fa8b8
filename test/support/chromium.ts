// Which browser there is on this machine, for the tests and for whoever else looks at a screen.
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const MAC = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];
/** Chromium with no window at all: the same pages, for a quarter of the work per person. */
const SHELLS = ["chromium-headless-shell", "chrome-headless-shell", "headless_shell"];

/**
 * What is switched off. Of these the first two load Chrome's own pages for each person's window, half of its work; the third
 * keeps a process for pages to come. The others are Playwright's, which a list of ours would push out.
 */
const OFF = [
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
  "SpareRendererForSitePerProcess",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "HttpsFirstBalancedModeAutoEnable",
  "MediaRouter",
  "PaintHolding",
  "ThirdPartyStoragePartitioning",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "OptimizationHints",
  "NetworkTimeServiceQuerying",
  "AimEnabled",
  "PreconnectToSearch",
];

/** The Chromium or Chrome of this machine; CHROME names another. */
export function findChromium(): string | undefined {
  const { CHROME } = process.env;
  return [...(CHROME === undefined ? [] : [CHROME]), ...inPath(NAMES), ...MAC].find((path) => existsSync(path));
}

function inPath(names: readonly string[]): string[] {
  const { PATH = "" } = process.env;
  return PATH.split(delimiter).flatMap((dir) => names.map((name) => join(dir, name)));
}

export interface Launch {
  args?: readonly string[];
  /** With all that people have, the notifications of their system for one; else without a window where that can be had. */
  whole?: boolean;
}

/** Starts it, out of sight. Throws where there is none. */
export async function launch({ args = [], whole = false }: Launch = {}): Promise<Browser> {
  const shell = whole || process.env.CHROME !== undefined ? undefined : inPath(SHELLS).find((path) => existsSync(path));
  return chromium.launch({
    executablePath: shell ?? findChromium() ?? "",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      `--disable-features=${OFF.join(",")}`,
      ...args,
    ],
  });
}
