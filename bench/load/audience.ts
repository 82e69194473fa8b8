// Everybody in one room: opens their sockets, lets some of them talk, and sees that each receives everything.
import { setTimeout as sleep } from "node:timers/promises";
import type { Dialect, Place } from "./dialect.ts";
import { type Frame, textFrame } from "./frames.ts";
import { Samples } from "./samples.ts";
import { Fault, mark, Stream } from "./stream.ts";
import { open, type Wire } from "./wire.ts";

export interface Where {
  host: string;
  port: number;
  room: string;
  dialect: Dialect;
}

interface Listener {
  wire: Wire;
  /** Bytes of the stream that it has, and messages. */
  at: number;
  next: number;
  /** Bytes received since it last gave credit. */
  owed: number;
  /** Its place among the senders, or -1. */
  sender: number;
}

const QUIET_MS = 300;
const PATIENCE_MS = 30_000;
// ~66 bytes with its mark, as people's lines are.
const PADDING = " and so we said what there was to say, all of it in one line.";
const TEXT_LENGTH = 66;

export class Audience {
  readonly stream: Stream;
  /** Milliseconds from each message's sending to each receiver's having it. */
  readonly delays = new Samples();
  deliveries = 0;
  bytes = 0;
  /** Messages sent. */
  said = 0;
  /** Rejects at the first fault. */
  readonly failed: Promise<never>;
  readonly listeners: Listener[] = [];
  readonly #dialect: Dialect;
  readonly #length: number;
  /** Those who talk, with when they said each of their messages. */
  readonly #senders: { wire: Wire; sentAt: number[] }[] = [];
  readonly #place: number;
  readonly #fault = Promise.withResolvers<never>();
  #talks = false;

  constructor(wires: readonly Wire[], dialect: Dialect, senders: number, { ring = 64 << 20, text = TEXT_LENGTH } = {}) {
    this.#dialect = dialect;
    this.#length = text;
    this.stream = new Stream(ring);
    this.failed = this.#fault.promise;
    this.failed.catch(() => {});
    this.#place = Math.max(0, ...wires.map((wire) => wire.place?.cursor ?? 0));
    for (const wire of wires) {
      const listener = { wire, at: 0, next: 0, owed: 0, sender: -1 };
      this.listeners.push(listener);
      wire.raw = (bytes) => this.#receive(listener, bytes);
      wire.ended = (reason) => this.#fault.reject(new Fault(reason));
    }
    // Those who talk are spread among those who came: a server sends to the first ones first.
    for (let sender = 0; sender < senders; sender += 1) {
      const listener = this.listeners[Math.floor(((sender + 0.5) * wires.length) / senders)];
      if (listener === undefined) throw new Error("there are more senders than sockets");
      listener.sender = sender;
      this.#senders.push({ wire: listener.wire, sentAt: [] });
    }
  }

  /** One of the senders says so many things at once. */
  say(sender: number, count: number): void {
    const who = this.#senders[sender];
    if (who === undefined) throw new Error(`there is no sender ${sender}`);
    const { wire, sentAt } = who;
    const texts = Array.from({ length: count }, (_, more) => this.#text(mark(sender, sentAt.length + more)));
    const frames = Buffer.concat(this.#dialect.say(texts).map(textFrame));
    const now = performance.now();
    for (let n = 0; n < count; n += 1) sentAt.push(now);
    this.said += count;
    wire.write(frames);
  }

  #text(which: string): string {
    return (which + PADDING).padEnd(this.#length, ".").slice(0, this.#length);
  }

  /** Every sender keeps so many messages in flight: it says the next when it hears its own. */
  talk(inFlight: number): void {
    this.#talks = true;
    for (const sender of this.#senders.keys()) this.say(sender, inFlight);
  }

  hush(): void {
    this.#talks = false;
  }

  /** Resolves when everybody has everything that was said. Throws where somebody never does. */
  async complete(): Promise<void> {
    const deadline = performance.now() + PATIENCE_MS;
    for (;;) {
      const short = this.listeners.filter((each) => each.next < this.said);
      if (short.length === 0) return;
      if (performance.now() > deadline)
        throw new Fault(`${short.length} receivers never got all ${this.said} messages`);
      await Promise.race([this.failed, sleep(10)]);
    }
  }

  leave(): void {
    for (const { wire } of this.listeners) {
      wire.ended = () => {};
      wire.end();
    }
  }

  #receive(listener: Listener, bytes: Buffer): void {
    try {
      this.stream.take(listener.at, bytes);
      listener.at += bytes.length;
      this.bytes += bytes.length;
      const own = this.#count(listener);
      this.#credit(listener, bytes.length);
      if (own > 0 && this.#talks) this.say(listener.sender, own);
    } catch (fault) {
      this.#fault.reject(fault);
    }
  }

  /** Counts what has come whole, and says how much of it was its own. */
  #count(listener: Listener): number {
    const now = performance.now();
    const { messages } = this.stream;
    let own = 0;
    let message = messages[listener.next];
    while (message !== undefined && message.end <= listener.at) {
      this.delays.add(now - (this.#senders[message.sender]?.sentAt[message.n] ?? 0));
      this.deliveries += 1;
      if (message.sender === listener.sender) own += 1;
      listener.next += 1;
      message = messages[listener.next];
    }
    return own;
  }

  #credit(listener: Listener, bytes: number): void {
    const { credit } = this.#dialect;
    if (credit === undefined) return;
    listener.owed += bytes;
    if (listener.owed < credit.bytes) return;
    listener.owed = 0;
    listener.wire.write(textFrame(credit.frame(this.#place + listener.next)));
  }
}

/** Opens many sockets in one room, so many at a time, for new people or for those who come back. */
export async function openMany(where: Where, sockets: number, atATime = 50, back: Back[] = []): Promise<Wire[]> {
  const wires: Wire[] = [];
  let next = 0;
  async function one(): Promise<void> {
    while (next < sockets) {
      const index = next++;
      wires[index] = await open({ ...where, ...back[index] });
    }
  }
  await Promise.all(Array.from({ length: Math.min(atATime, sockets) }, one));
  return wires;
}

/** What somebody comes back with. */
export interface Back {
  cookie?: string | undefined;
  stood?: Place | undefined;
  heard?: ((frame: Frame) => void) | undefined;
}

/** Waits until nothing more comes: everybody's coming was told to everybody. */
export async function quiet(wires: readonly Wire[]): Promise<void> {
  while (wires.some((wire) => performance.now() - wire.heardAt < QUIET_MS)) await sleep(QUIET_MS / 10);
}
