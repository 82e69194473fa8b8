// Which browser there is on this machine, for the tests and for whoever else looks at a screen.
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const MAC = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** The Chromium or Chrome of this machine; CHROME names another. */
export function findChromium(): string | undefined {
  const { PATH = "", CHROME } = process.env;
  const inPath = PATH.split(delimiter).flatMap((dir) => NAMES.map((name) => join(dir, name)));
  return [...(CHROME === undefined ? [] : [CHROME]), ...inPath, ...MAC].find((path) => existsSync(path));
}

/** Starts it, without a window. Throws where there is none. */
export async function launch(args: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium() ?? "",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", ...args],
  });
}
