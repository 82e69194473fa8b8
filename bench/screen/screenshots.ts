// `npm run screenshots`: pictures of every screen, on phones and desktops, in both themes and both languages, in
// `screenshots/`. Ends with 1 where a screen is missing or a page logged an error.
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs, stripVTControlCharacters } from "node:util";
import type { Browser } from "playwright-core";
import { play } from "../../test/support/scene.ts";
import { type Look, rare, usual } from "./looks.ts";
import { onPremises } from "./premises.ts";
import { type Screen, scenes, screensIn } from "./screens.ts";
import { type Staged, visit } from "./visit.ts";

const USAGE = `usage: npm run screenshots -- [--only busy,landing] [--in light-en-desktop,dark-zh-TW-phone]
--only takes some of the screens, --in some of the looks`;
const OUT = fileURLToPath(new URL("../../screenshots", import.meta.url));
/** How long a screen may take to be there. */
const PATIENCE_MS = 5_000;

const { values } = parseArgs({ options: { only: { type: "string" }, in: { type: "string" } } });
const only = values.only?.split(",");
const within = values.in?.split(",");

const named = ({ theme, language, device }: Look) => `${theme}-${language}-${device}`;

/** Takes the pictures of one look. Returns what went wrong. */
async function take(browser: Browser, url: string, look: Look, staged: readonly Staged[]): Promise<string[]> {
  const screens = screensIn(look).filter(
    ({ name }) => (rare.includes(look) ? name === "busy" : true) && (only?.includes(name) ?? true),
  );
  const reader = await visit(browser, url, look);
  reader.page.setDefaultTimeout(PATIENCE_MS);
  const faults: string[] = [];
  for (const screen of screens) {
    const path = join(OUT, `${screen.name}-${named(look)}.png`);
    try {
      await show(screen);
    } catch (fault) {
      faults.push(`${screen.name}-${named(look)}: ${said(fault)}`);
    }
    // What is there instead is worth seeing too.
    await reader.page.screenshot({ path, animations: "disabled", caret: "hide" });
  }
  await reader.end();
  return [...faults, ...reader.troubles.map((trouble) => `${named(look)}: ${trouble}`)];

  async function show({ at, get }: Screen) {
    if (typeof at === "string") {
      await reader.open(at);
    } else {
      const there = staged.find(({ scene }) => scene === at);
      await reader.open(`/r/${encodeURIComponent(at.room)}`, there);
    }
    await get(reader, look);
  }
}

/** What an error says, in one line. */
function said(fault: unknown): string {
  return stripVTControlCharacters(fault instanceof Error ? fault.message : String(fault)).replace(/\s+/g, " ");
}

const looks = [...usual, ...rare].filter((look) => within?.includes(named(look)) ?? true);
if (looks.length === 0) throw new Error(USAGE);
rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT);
const began = performance.now();
const faults = await onPremises(async ({ url, browser }) => {
  const staged = await Promise.all(scenes.map(async (scene) => ({ scene, played: await play(url, scene) })));
  const found: string[] = [];
  for (const look of looks) {
    process.stderr.write(`${named(look)}\n`);
    found.push(...(await take(browser, url, look, staged)));
  }
  for (const { played } of staged) played.leave();
  return found;
});
for (const fault of faults) console.error(fault);
console.log(`${OUT}: ${looks.length} looks in ${Math.round((performance.now() - began) / 1000)} s`);
if (faults.length > 0) process.exitCode = 1;
