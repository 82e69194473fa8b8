// Ops not yet seen as events: kept, sent in order with one frame in flight, resent with the same ids until it is known
// what became of them. Ids make a resend harmless, so in doubt it resends; it never drops an op by itself.
import type { Down } from "../protocol/down.ts";
import type { Op } from "../protocol/op.ts";
import { remedyOf } from "../protocol/remedy.ts";
import { createFlight } from "./flight.ts";
import { createKeeper } from "./keeper.ts";
import { forLog } from "./other-log.ts";
import { firstFrame, fits } from "./parcel.ts";
import type { Platform } from "./platform.ts";
import type { Pending } from "./state.ts";
import type { OutboxStore } from "./store/outbox-store.ts";
import { createTimer } from "./timer.ts";

/** The wait of a `wait` refusal that doesn't say how long, in seconds. */
const WAIT_S = 1;

export interface OutboxOptions {
  platform: Platform;
  store: OutboxStore;
  /** Which log is on screen. */
  epoch(): string;
  /** Whether the room listens to ops now. When that becomes true, call `flush`. */
  ready(): boolean;
  send(ops: Op[]): void;
  renew(): void;
  changed(queue: readonly Pending[]): void;
  /** The room wants it slower until then, in milliseconds since 1970; undefined: no more. */
  slowed(until: number | undefined): void;
}

/** An outbox that begins with what the store has kept. */
export function createOutbox({ platform, store, epoch, ready, send, renew, changed, slowed }: OutboxOptions) {
  let queue: readonly Pending[] = [];
  let slowUntil = 0;
  /** Ids that are in the log, and their seqs, until the screen has come that far: no flicker, nothing lost. */
  const had = new Map<string, number>();
  const flight = createFlight(platform, renew);
  const slow = createTimer(platform, () => {
    slowed(undefined);
    flush();
  });
  const keeper = createKeeper(platform, store, { found: takeIn, kept: () => flush() });

  function update(next: readonly Pending[]) {
    if (next.length === queue.length && next.every((pending, i) => pending === queue[i])) return;
    queue = next;
    keeper.keep(queue);
    changed(queue);
  }

  /** What was left behind goes first: it was written before. Without locks, two tabs may have left the same. */
  function takeIn(left: readonly Pending[]) {
    update([...new Map([...left, ...queue].map((one) => [one.op.id, one])).values()]);
  }

  function fresh(op: Op, of = epoch()): Pending {
    const pending = { op, at: platform.now(), epoch: of };
    return fits(op) ? { ...pending, status: "waiting" } : { ...pending, status: "failed", code: "too_long" };
  }

  function flush(unkept = false) {
    if (!ready() || !flight.empty || slow.running) return;
    update(queue.map((pending) => forLog(pending, epoch())));
    const waiting = queue.filter(({ op, status }) => status === "waiting" && !had.has(op.id)).map(({ op }) => op);
    // What is sent must survive a reload, and nothing overtakes what is not kept yet.
    const unsafe = unkept ? -1 : waiting.findIndex(({ id }) => !keeper.has(id));
    const ops = firstFrame(unsafe === -1 ? waiting : waiting.slice(0, unsafe));
    if (ops.length === 0) return;
    flight.start(ops.map(({ id }) => id));
    send(ops);
  }

  function settle(ids: Iterable<string>) {
    flight.land(ids);
    flush();
  }

  /** The room took nothing from this op on: all that comes out of flight, and goes again in order. */
  function slowDown(id: string | undefined, seconds: number) {
    slowUntil = Math.max(slowUntil, platform.now() + seconds * 1000);
    slow.start(slowUntil - platform.now());
    slowed(slowUntil);
    settle(flight.from(id));
  }

  function fail(id: string, code: string) {
    update(queue.map((one) => (one.op.id === id ? { ...one, status: "failed", code } : one)));
    settle([id]);
  }

  return {
    add(op: Op) {
      update([...queue, fresh(op)]);
    },

    /** Sends a failed op again as a new one of the same content. */
    retry(id: string) {
      const failed = queue.find(({ op, status }) => op.id === id && status === "failed");
      if (failed === undefined) return;
      update([...queue.filter((one) => one !== failed), fresh({ ...failed.op, id: platform.mintId() }, failed.epoch)]);
    },

    /** Drops a failed op. One that may be in the log already can't be dropped. */
    discard(id: string) {
      update(queue.filter(({ op, status }) => op.id !== id || status !== "failed"));
    },

    /** Sends what can be sent now. */
    flush: () => flush(),

    /** The page goes away, and its storage before anything more is kept: sends that too. */
    hurry: () => flush(true),

    /** Other tabs may have died since, and left something. */
    look: keeper.look,

    /** The link went, or a page came in place of events: nothing is in flight, all that is unknown goes again. */
    recall: flight.recall,

    /** Another log: what the old one had is worth nothing. */
    startOver() {
      had.clear();
      flight.recall();
    },

    /** These are in the log, which the screen shows up to `cursor`. */
    logged(events: readonly { id: string; seq: number }[], cursor: number) {
      for (const { id, seq } of events) had.set(id, seq);
      update(queue.filter(({ op }) => (had.get(op.id) ?? Infinity) > cursor));
      for (const [id, seq] of had) if (seq <= cursor) had.delete(id);
      settle(events.map(({ id }) => id));
    },

    /** A refusal that is not about a question. */
    refused({ id, code, retryAfter = WAIT_S }: Down<"refused">) {
      const remedy = remedyOf(code);
      if (remedy === "wait") slowDown(id, retryAfter);
      else if (remedy === "reconnect") renew();
      else if (id !== undefined) fail(id, code);
    },

    stop() {
      flight.recall();
      slow.stop();
    },
  };
}
