// What a room is asked over HTTP, and answers as it stands: without a turn.
import { DurableObject } from "cloudflare:workers";
import type { Subscription } from "../protocol/push.ts";
import type { Refusal } from "../protocol/refusal.ts";
import { type Asked, type Reader, readRoom } from "./answer.ts";
import { type Banned, listBanned } from "./banned.ts";
import type { Bindings } from "./bindings.ts";
import type { Core } from "./core.ts";
import { shutsReader, wouldMake } from "./door.ts";
import { type Comer, UNMADE, type Unmade } from "./entrance.ts";
import { logFault } from "./fault.ts";
import { makeMove } from "./handover.ts";
import { type HookListed, listHooks } from "./hook-list.ts";
import { listingOf } from "./listing.ts";
import type { Source } from "./meters.ts";
import { type Mine, mineOf } from "./mine.ts";
import { messageNow } from "./pages.ts";
import { listPrograms, type ProgramListed } from "./program-list.ts";
import { pushNews } from "./push-news.ts";
import { subscribe, unsubscribe } from "./subscribe.ts";

export abstract class Desk extends DurableObject<Bindings> {
  /** The room. Not `#core`, for two classes share it. */
  protected abstract core: Core;

  /** What is asked for; or `internal`, where that throws: the platform would log what a fault quotes, and we don't. */
  protected answer<T>(give: () => T): T | Refusal {
    try {
      return give();
    } catch (fault) {
      return this.broke(fault);
    }
  }

  /** What whoever asked is told of a fault, which goes to the log. */
  protected broke(fault: unknown): Refusal {
    logFault(fault, this.core.name);
    return { code: "internal" };
  }

  /** Reads for a member's GET: messages, or the events after a place; or why not. Writes nothing. */
  read(member: string, { address, pass }: Comer, asked: Asked): Reader | Refusal {
    return this.answer(
      () => shutsReader(this.core, { member, address }, Date.now(), pass) ?? readRoom(this.core, asked),
    );
  }

  /** Whether this message is what somebody did (`/me`), as it is now: its edits over HTTP are, and whoever writes them may be deaf. */
  isDeed(seq: number): boolean | Refusal {
    return this.answer(() => messageNow(this.core.log, seq)?.body?.me === true);
  }

  /** What is known here of a member, for themselves. Writes nothing. */
  mine(source: Source): Mine | Refusal {
    return this.answer(() => mineOf(this.core, source, Date.now()));
  }

  /** What search engines may know of it, where they may list it. Writes nothing. */
  listing(): { title: string; topic: string } | Refusal | undefined {
    return this.answer(() => listingOf(this.core, Date.now()));
  }

  /** Who is banned, for a member who keeps order here. Writes nothing. */
  banned(source: Source): Banned[] | Refusal {
    return this.answer(() => listBanned(this.core, source, Date.now()));
  }

  /** Which bots and webhooks there are, for a member who keeps order here. Writes nothing. */
  programs(source: Source): ProgramListed[] | Refusal {
    return this.answer(() => listPrograms(this.core, source, Date.now()));
  }

  /** Where it posts what happens, and what came of that, for a member who keeps order here. Writes nothing. */
  hooks(source: Source): HookListed[] | Refusal {
    return this.answer(() => listHooks(this.core, source, Date.now()));
  }

  /** The owner's way to another device: a secret, and until when it is good. */
  makeMove(source: Source): { secret: string; until: number } | Refusal {
    return this.answer(() => makeMove(this.core, source, Date.now()));
  }

  /** A browser of theirs is to be told what is said while nobody looks; or why not. Its row is the room's first in one not made yet. */
  subscribe(source: Source & Pick<Comer, "makes">, subscription: Subscription): Refusal | Unmade | undefined {
    const now = Date.now();
    return this.answer(() =>
      wouldMake(this.core, source, now) ? UNMADE : subscribe(this.core, source, subscription, now),
    );
  }

  /** It is not any more. */
  unsubscribe(source: Source, endpoint: string): Refusal | undefined {
    return this.answer(() => unsubscribe(this.core, source, endpoint, Date.now()));
  }

  /** Tells browsers what was said, where that is due. */
  protected push(): Promise<void> {
    const { core } = this;
    if (!core.pushClock.isDue(Date.now())) return Promise.resolve();
    const report = (fault: unknown) => logFault(fault, core.name);
    return pushNews(core, this.env, () => core === this.core).catch(report);
  }
}
