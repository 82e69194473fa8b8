import { describe, expect, it } from "vitest";
import type { Arranged } from "../../../src/client/push/arrange.ts";
import { type Browser, hangBell, type Standing } from "../../../src/client/push/bell.ts";
import { openBells, readBell } from "../../../src/client/push/bells.ts";

const set: Arranged = { is: "set", endpoint: "https://push.example/ann" };
const not = (why: Extract<Arranged, { is: "not" }>["why"]): Arranged => ({ is: "not", why });

interface Ann {
  permission: NotificationPermission;
  /** What the browser is told when it asks. */
  says: NotificationPermission;
  /** What comes of a subscription, and whether the room can be told that it is over. */
  arranged: Arranged;
  reached: boolean;
  pushes: boolean;
}

/** Ann's browser, and all that it asks of a room; without storage, so that all is known to this page alone. */
function annsBrowser() {
  const asked: string[] = [];
  const ann: Ann = { permission: "default", says: "granted", arranged: set, reached: true, pushes: true };
  const browser: Browser = {
    permission: () => ann.permission,
    async askPermission() {
      asked.push("permission");
      ann.permission = ann.says;
    },
    get pushes() {
      return ann.pushes;
    },
    async arrange(room, choice) {
      asked.push(`${room}: ${choice}`);
      return ann.arranged;
    },
    async takeBack(room, endpoint) {
      asked.push(`${room}: not ${endpoint}`);
      return ann.reached ? undefined : "unreachable";
    },
    async unsubscribe() {
      asked.push("nothing any more");
    },
  };
  const bells = openBells();
  /** The bell of a page in this room, with all the ways in which it stood. */
  function page(room = "lobby") {
    const stood: Standing[] = [];
    const bell = hangBell({ room, bells, browser, stands: (now) => void stood.push(now) });
    return { ...bell, stood, now: () => stood.at(-1) };
  }
  return { ann, asked, bells, page };
}

describe("Ann's bell", () => {
  it("is off, and asks nobody anything, until she chooses", async () => {
    const { asked, page } = annsBrowser();
    const { settle, now } = page();
    await settle();
    expect(now()).toEqual({ choice: "off", reach: "off" });
    expect(asked).toEqual([]);
  });

  it("asks the browser in the press, then the room, and stands so when the page is opened again", async () => {
    const { asked, page, bells } = annsBrowser();
    const { choose, stood } = page();
    await choose("mentions");
    expect(asked.splice(0)).toEqual(["permission", "lobby: mentions"]);
    expect(stood).toEqual([
      { choice: "mentions", reach: "asking" },
      { choice: "mentions", reach: "always" },
    ]);
    expect(await bells.of("lobby")).toMatchObject({ endpoint: "https://push.example/ann", told: "mentions" });
    const next = page();
    await next.settle();
    expect(next.stood.map(({ reach }) => reach)).toEqual(["always", "always"]);
    // The room is asked again: it may have lost it.
    expect(asked).toEqual(["lobby: mentions"]);
  });

  it("is each room's own", async () => {
    const { page } = annsBrowser();
    await page("tea").choose("all");
    const lobby = page("lobby");
    await lobby.settle();
    expect(lobby.now()?.choice).toBe("off");
  });

  it.each(["unreachable", "service", "full", "refused"] as const)(
    "rings while a tab is open where no more is to be had (%s), and asks for it when she comes again",
    async (why) => {
      const { ann, page } = annsBrowser();
      ann.arranged = not(why);
      const { choose, now } = page();
      await choose("all");
      expect(now()).toEqual({ choice: "all", reach: why });
      ann.arranged = set;
      const next = page();
      await next.settle();
      expect(next.stood).toEqual([
        { choice: "all", reach: "asking" },
        { choice: "all", reach: "always" },
      ]);
    },
  );

  it("believes a room that it can't reach to push as before, but not what it was not asked for", async () => {
    const { ann, page } = annsBrowser();
    const { choose, settle, now } = page();
    await choose("mentions");
    ann.arranged = not("unreachable");
    await settle();
    expect(now()).toEqual({ choice: "mentions", reach: "always" });
    await choose("all");
    expect(now()).toEqual({ choice: "all", reach: "unreachable" });
  });

  it("says so when the push service is gone, or the room has no place for it any more", async () => {
    const { ann, page, bells } = annsBrowser();
    const { choose, settle, now } = page();
    await choose("mentions");
    ann.arranged = not("service");
    await settle();
    expect(now()).toEqual({ choice: "mentions", reach: "service" });
    ann.arranged = not("full");
    await settle();
    expect(now()).toEqual({ choice: "mentions", reach: "full" });
    expect((await bells.of("lobby")).endpoint).toBeUndefined();
  });

  it("is off when she says so, and the push service is left with the last room", async () => {
    const { asked, page } = annsBrowser();
    const [lobby, tea] = [page("lobby"), page("tea")];
    await lobby.choose("all");
    await tea.choose("all");
    asked.splice(0);
    await lobby.choose("off");
    expect(lobby.now()).toEqual({ choice: "off", reach: "off" });
    expect(asked.splice(0)).toEqual(["lobby: not https://push.example/ann"]);
    await tea.choose("off");
    expect(asked).toEqual(["tea: not https://push.example/ann", "nothing any more"]);
  });

  it("is off at once where the room can't be told, and tells it later", async () => {
    const { ann, asked, page } = annsBrowser();
    const { choose, now } = page();
    await choose("all");
    ann.reached = false;
    await choose("off");
    expect(now()).toEqual({ choice: "off", reach: "untold" });
    ann.reached = true;
    asked.splice(0);
    const next = page();
    await next.settle();
    expect(next.now()).toEqual({ choice: "off", reach: "off" });
    expect(asked).toEqual(["lobby: not https://push.example/ann", "nothing any more"]);
  });

  it("stays off where the browser says no, or nothing", async () => {
    const { ann, page, bells, asked } = annsBrowser();
    for (const says of ["default", "denied"] as const) {
      ann.says = says;
      const { choose, now } = page();
      await choose("all");
      expect(now()).toEqual({ choice: "off", reach: "dismissed" });
    }
    expect((await bells.of("lobby")).choice).toBe("off");
    expect(asked).toEqual(["permission", "permission"]);
  });

  it("says that the permission was taken away, has the room stop, and is back with the permission", async () => {
    const { ann, asked, page } = annsBrowser();
    const { choose, settle, now } = page();
    await choose("mentions");
    ann.permission = "default";
    asked.splice(0);
    await settle();
    expect(now()).toEqual({ choice: "off", reach: "lost" });
    expect(asked).toContain("lobby: not https://push.example/ann");
    ann.permission = "granted";
    await settle();
    expect(now()).toEqual({ choice: "mentions", reach: "always" });
  });

  it("says where a browser can't be pushed to, and where that was never asked for", async () => {
    const { ann, asked, page, bells } = annsBrowser();
    ann.pushes = false;
    const { choose, settle, now } = page();
    await choose("all");
    expect(now()).toEqual({ choice: "all", reach: "cannot" });
    ann.pushes = true;
    await settle();
    // Nobody asked for it: as it is with what was chosen before there was more.
    expect(now()).toEqual({ choice: "all", reach: "unasked" });
    expect(asked).toEqual(["permission"]);
    await choose("all");
    expect(now()).toEqual({ choice: "all", reach: "always" });
    expect((await bells.of("lobby")).push).toBe(true);
  });

  it("ends as she chose last, however fast she changes her mind", async () => {
    const { ann, asked, page } = annsBrowser();
    ann.permission = "granted";
    const { choose, now } = page();
    await Promise.all([choose("all"), choose("mentions"), choose("off"), choose("mentions")]);
    expect(now()).toEqual({ choice: "mentions", reach: "always" });
    expect(asked.at(-1)).toBe("lobby: mentions");
  });

  it("remembers what its room is called, while it rings", async () => {
    const { page, bells } = annsBrowser();
    const { called, choose } = page();
    await called("The lobby");
    expect((await bells.of("lobby")).title).toBeUndefined();
    await choose("all");
    expect((await bells.of("lobby")).title).toBe("The lobby");
    await called("Tea at four");
    expect((await bells.of("lobby")).title).toBe("Tea at four");
  });
});

describe("What is kept of a bell", () => {
  it("is read as far as this build knows it", () => {
    const bell = { choice: "all", push: true, endpoint: "https://push.example/1", told: "all", title: "大廳" };
    expect(readBell(bell)).toEqual(bell);
    for (const row of [undefined, null, {}, { choice: "loud", push: "yes", endpoint: 5, told: {}, title: [] }])
      expect(readBell(row)).toEqual({ choice: "off", push: false, endpoint: undefined, told: "off", title: undefined });
  });
});
