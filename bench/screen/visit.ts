// The reader's browser at the scenes: as the person whom they know, at the hour in which they happen.
import type { Browser, Page, WebSocketRoute } from "playwright-core";
import type { Played, Scene } from "../../test/support/scene.ts";
import type { Look } from "./looks.ts";

export interface Visit {
  page: Page;
  /** Goes to a page of the site, and to the hour of the scene that is played there. */
  open(path: string, scene?: Staged): Promise<void>;
  /** Somebody in the scene begins to write. */
  someoneTypes(): void;
  /** Cuts the room off, and lets so many milliseconds go by on the page's clock. */
  cutOff(ms: number): Promise<void>;
  /** What went wrong on any of the pages. */
  troubles: string[];
  end(): Promise<void>;
}

/** A scene, and what came of it. */
export interface Staged {
  scene: Scene;
  played: Played;
}

/** Comes with a browser that looks at things so. */
export async function visit(browser: Browser, url: string, look: Look): Promise<Visit> {
  const context = await browser.newContext({
    ...look.options,
    timezoneId: look.language === "en" ? "Europe/London" : "Asia/Taipei",
  });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  const troubles: string[] = [];
  page.on("pageerror", (error) => troubles.push(`${page.url()}: ${error.message}`));
  page.on("console", (said) => {
    if (said.type() === "error") troubles.push(`${page.url()}: ${said.text()}`);
  });

  let cut = false;
  let staged: Staged | undefined;
  const lines = new Set<WebSocketRoute>();
  await page.routeWebSocket(/\/r\//, (line) => {
    if (cut) return void line.close();
    lines.add(line);
    const room = line.connectToServer();
    room.onMessage((frame) => line.send(typeof frame === "string" ? atItsHour(frame, staged) : frame));
  });

  return {
    page,
    troubles,
    async open(path, at) {
      cut = false;
      staged = at;
      const { scene, played } = at ?? {};
      if (scene !== undefined && played !== undefined) {
        // By the protocol itself: Playwright gives every cookie a domain, which a `__Host-` one may not have.
        const cookie = { name: "__Host-parlor", value: played.secret, url, path: "/", secure: true, httpOnly: true };
        await devtools.send("Network.setCookie", cookie);
        // Who is called so has kept the name, in this browser too.
        await context.addInitScript(([key, name]) => localStorage.setItem(key, name), [
          "parlor name",
          scene.reader,
        ] as const);
      }
      await page.clock.setFixedTime(hourOf(scene));
      await page.goto(url + path);
    },
    someoneTypes: () => staged?.played.type(),
    async cutOff(ms) {
      cut = true;
      for (const line of lines) await line.close();
      await page.clock.setFixedTime(hourOf(staged?.scene) + ms);
    },
    end: () => context.close(),
  };
}

const QUIET_HOUR = "2026-11-20T18:24:00Z";

/** A minute after the last line of a scene. */
function hourOf(scene: Scene | undefined): number {
  const [day, lines] = Object.entries(scene?.days ?? {}).at(-1) ?? [];
  const last = lines?.at(-1);
  if (scene === undefined || last === undefined) return Date.parse(QUIET_HOUR);
  return Date.parse(`${day}T${last.at}:00${scene.zone}`) + 60_000;
}

/** A frame of the room's, with what was said in it at the hour of the scene instead of just now. */
function atItsHour(frame: string, staged: Staged | undefined): string {
  if (staged === undefined || !frame.startsWith("{")) return frame;
  const { played, scene } = staged;
  const dated = JSON.parse(frame, (_, value) =>
    typeof value?.seq === "number" && "at" in value
      ? { ...value, at: played.times.get(value.seq) ?? hourOf(scene) }
      : value,
  );
  return JSON.stringify(dated);
}
