// Who brings a room's webhooks what they are to be told: all of them beside each other, while the room goes on taking turns.
import { deliverAll, dueOf, type World } from "./deliver.ts";

/** So long one way takes at most, in ms, and so many deliveries. What is left then is for the next. */
const WAY_MS = 60_000;
// Cloudflare's free plan lets 50 requests go out from one run, and half of them are for browsers (2026-11).
const WAY_DELIVERIES = 24;
/** So many are told something beside each other: of the six connections that there are at a time half are for browsers too. */
const BESIDE = 3;
/** Where the room could not keep what came of a delivery, it waits so long before it tries again, in ms. */
const REST_MS = 5_000;

export class Courier {
  readonly #world: World;
  readonly #report: (fault: unknown) => void;
  /** Who is being told something now. */
  readonly #visits = new Map<string, Promise<void>>();
  readonly #resting = new Map<string, number>();
  /** Of all visits, which was the last to each. */
  readonly #visited = new Map<string, number>();
  #count = 0;
  #end = 0;
  #left = 0;

  constructor(world: World, report: (fault: unknown) => void) {
    this.#world = world;
    this.#report = report;
  }

  /**
   * Goes out to whom it is time for, and to whom it becomes time for meanwhile; done when all are told, or the time is up, and
   * the `other` is back who went out by the same alarm.
   */
  async goOut(other = Promise.resolve()): Promise<void> {
    this.#end = this.#world.now() + WAY_MS;
    this.#left = WAY_DELIVERIES;
    this.visit();
    // Also where the other has failed.
    await other.finally(async () => {
      while (this.#visits.size > 0) await Promise.all(this.#visits.values());
      this.#end = 0;
    });
  }

  /** Somebody has sent it out, and it is not back. */
  get isOut(): boolean {
    return this.#end > 0;
  }

  /** Where it is out: goes to whom there is something for, first to whom it has not been for longest. */
  visit(): void {
    const now = this.#world.now();
    if (!this.#hasTime(now)) return;
    const last = (member: string) => this.#visited.get(member) ?? 0;
    for (const member of this.#ready(now).toSorted((a, b) => last(a) - last(b))) {
      if (this.#visits.size < BESIDE) this.#visits.set(member, this.#visit(member));
    }
  }

  async #visit(member: string): Promise<void> {
    this.#count += 1;
    this.#visited.set(member, this.#count);
    // First it stands in the list who is being told something.
    await undefined;
    let begun = false;
    try {
      await deliverAll(this.#world, member, () => {
        const goes = this.#goesOn(begun);
        begun = true;
        return goes;
      });
    } catch (fault) {
      this.#report(fault);
      this.#resting.set(member, this.#world.now() + REST_MS);
    }
    this.#visits.delete(member);
    try {
      this.visit();
    } catch (fault) {
      this.#report(fault);
    }
  }

  /** Whether there is time for one more delivery, and if so counts it. Who has had one makes room for those who wait. */
  #goesOn(begun: boolean): boolean {
    this.visit();
    const now = this.#world.now();
    if (!this.#hasTime(now) || (begun && this.#ready(now).length > 0)) return false;
    this.#left -= 1;
    return true;
  }

  /** No other alarm comes before this way is over, and browsers must not wait for so long. */
  #hasTime(now: number): boolean {
    return now < this.#end && this.#left > 0 && (this.#world.core().pushClock.next ?? Infinity) > now;
  }

  /** When it is time to go out, in ms since 1970; nothing where there is nothing to bring, or it is being brought. */
  nextDue(now: number): number | undefined {
    const dues = this.#waiting(now).map(([, due]) => Math.max(due, now));
    return dues.length === 0 ? undefined : Math.min(...dues);
  }

  /** For whom it is time, and who is not being told anything. */
  #ready(now: number): string[] {
    return this.#waiting(now).flatMap(([member, due]) => (due <= now ? [member] : []));
  }

  #waiting(now: number): [member: string, due: number][] {
    const core = this.#world.core();
    return core.hooks.list().flatMap((hook): [string, number][] => {
      const due = this.#visits.has(hook.member) ? undefined : dueOf(core, hook, now);
      return due === undefined ? [] : [[hook.member, Math.max(due, this.#resting.get(hook.member) ?? 0)]];
    });
  }
}
