// The bell of one room in one browser: what its reader chose, and how far that reaches. What is wanted is asked of the room
// when that changes, and again when the room is opened: then what was lost on the way is put right, or told of.
import type { Choice } from "../../protocol/notice.ts";
import type { Wanted } from "../../protocol/push.ts";
import type { Arranged } from "./arrange.ts";
import type { No } from "./ask.ts";
import type { Bell, Bells } from "./bells.ts";

export type Reach =
  /** Nothing is wanted, or it is being asked for. */
  | "off"
  | "asking"
  /** Also while no tab is open. */
  | "always"
  /** While a tab is open: more was never asked for, is not to be had here, or could not be had. */
  | "unasked"
  | "cannot"
  | Extract<Arranged, { is: "not" }>["why"]
  /** Nothing is wanted, but the room could not be told. */
  | "untold"
  /** Nothing can be had: the browser did not let us when it was asked, or lets us no more. */
  | "dismissed"
  | "lost";

/** How it stands: the choice is what holds, and not what was wished for. */
export interface Standing {
  choice: Choice;
  reach: Reach;
}

/** What it needs of a browser. */
export interface Browser {
  /** Notifications are allowed, or can be asked for. */
  permission(): NotificationPermission | undefined;
  askPermission(): Promise<unknown>;
  /** It can be pushed to. */
  readonly pushes: boolean;
  arrange(room: string, choice: Wanted): Promise<Arranged>;
  takeBack(room: string, endpoint: string): Promise<No | undefined>;
  /** No room pushes to it any more. */
  unsubscribe(): Promise<unknown>;
}

export interface BellOptions {
  room: string;
  bells: Bells;
  browser: Browser;
  /** Hears how it stands, whenever that may have changed. */
  stands(standing: Standing): void;
}

/** Hangs it. Nothing here rejects. */
export function hangBell({ room, bells, browser, stands }: BellOptions) {
  let title: string | undefined;
  let last = Promise.resolve();
  /** One after the other, so that what is asked of the room last is what is wanted last. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    last = last.then(work).catch(() => undefined);
    return last;
  }
  const allowed = () => browser.permission() === "granted";
  const keep = (some: Partial<Bell>) => bells.change(room, (bell) => ({ ...bell, ...some }));

  async function settle(): Promise<void> {
    const bell = await bells.of(room);
    const { choice, push } = bell;
    if (choice === "off") return stands({ choice, reach: (await takeBack(bell)) ? "off" : "untold" });
    if (!allowed()) {
      stands({ choice: "off", reach: "lost" });
      // Where the browser lets nothing be shown, it is not to be pushed to.
      return void (await takeBack(bell));
    }
    if (push) return ask(bell, choice);
    await takeBack(bell);
    stands({ choice, reach: browser.pushes ? "unasked" : "cannot" });
  }

  async function ask({ endpoint, told }: Bell, choice: Wanted): Promise<void> {
    const asked = endpoint !== undefined && told === choice;
    stands({ choice, reach: asked ? "always" : "asking" });
    const arranged = await browser.arrange(room, choice);
    if (arranged.is === "set") await keep({ endpoint: arranged.endpoint, told: choice });
    // What the room was asked for before it still does.
    else if (asked && arranged.why === "unreachable") return;
    else if (arranged.why === "full" || arranged.why === "refused") await keep({ endpoint: undefined });
    stands({ choice, reach: arranged.is === "set" ? "always" : arranged.why });
  }

  /** Whether the room pushes nothing to this browser any more. */
  async function takeBack({ endpoint }: Bell): Promise<boolean> {
    if (endpoint === undefined) return true;
    // A room that says no has nothing of ours.
    if ((await browser.takeBack(room, endpoint)) === "unreachable") return false;
    await keep({ endpoint: undefined });
    const others = await bells.all();
    if (!others.some(([, bell]) => bell.push && bell.choice !== "off"))
      await browser.unsubscribe().catch(() => undefined);
    return true;
  }

  return {
    /** Puts it right with what is wanted. */
    settle: () => inTurn(settle),
    /** Takes a choice, and asks for the permission that it needs: to be called from a click. */
    async choose(wanted: Choice): Promise<void> {
      if (wanted !== "off" && browser.permission() === "default") await browser.askPermission().catch(() => undefined);
      return inTurn(async () => {
        if (wanted !== "off" && !allowed()) return stands({ choice: "off", reach: "dismissed" });
        await keep({ choice: wanted, push: wanted !== "off" && browser.pushes, title });
        await settle();
      });
    },
    /** Remembers what the screen calls the room. */
    called(now: string): Promise<void> {
      title = now;
      return inTurn(async () => {
        const bell = await bells.of(room);
        if (bell.choice !== "off" && bell.title !== now) await keep({ title: now });
      });
    },
  };
}
