// What a room sends to everybody, read once. The receiver that is furthest ahead extends the stream, and what it adds is
// taken apart and checked: each sender's messages come in order, none missing, none twice. Every other receiver must get
// the very same bytes, so that comparing them (at the speed of memory) checks each of its messages too.
import { frameReader, TEXT } from "./frames.ts";

/** A fault in what was received: a gap, a duplicate, a reordering, or bytes that others did not get. */
export class Fault extends Error {}

/** How a text says which message it is: who sent it, and its number from 0. */
export const mark = (sender: number, n: number) => `m${sender}.${n}~`;
const MARK = /m(\d+)\.(\d+)~/g;

export interface Message {
  sender: number;
  n: number;
  /** Where in the stream its frame ends. */
  end: number;
}

export class Stream {
  readonly messages: Message[] = [];
  /** Bytes in the stream so far. */
  end = 0;
  /** Frames in it so far. */
  frames = 0;
  readonly #ring: Buffer;
  readonly #reader = frameReader();
  readonly #next = new Map<number, number>();
  #decoded = 0;

  /** @param bytes how far the slowest receiver may be behind the fastest */
  constructor(bytes: number) {
    this.#ring = Buffer.alloc(bytes);
  }

  /** A receiver that had got `at` bytes of the stream got these. Throws a Fault where they are not the stream's. */
  take(at: number, bytes: Buffer): void {
    const known = Math.min(bytes.length, this.end - at);
    if (this.end - at > this.#ring.length) throw new Fault(`a receiver is ${this.end - at} bytes behind the others`);
    for (let done = 0; done < known; ) {
      const from = (at + done) % this.#ring.length;
      const run = Math.min(known - done, this.#ring.length - from);
      if (this.#ring.compare(bytes, done, done + run, from, from + run) !== 0) {
        throw new Fault(`a receiver got other bytes than the others: ${bytes.toString("latin1", done, done + run)}`);
      }
      done += run;
    }
    if (known < bytes.length) this.#extend(bytes.subarray(known));
  }

  #extend(bytes: Buffer): void {
    for (let done = 0; done < bytes.length; ) {
      const to = (this.end + done) % this.#ring.length;
      done += bytes.copy(this.#ring, to, done);
    }
    this.end += bytes.length;
    for (const { opcode, payload, bytes: length } of this.#reader.read(bytes)) {
      this.#decoded += length;
      this.frames += 1;
      if (opcode !== TEXT) throw new Fault(`a frame that is no text: opcode ${opcode}, ${payload.toString("latin1")}`);
      for (const [, sender, n] of payload.toString("latin1").matchAll(MARK)) this.#message(Number(sender), Number(n));
    }
  }

  #message(sender: number, n: number): void {
    const next = this.#next.get(sender) ?? 0;
    if (n !== next) throw new Fault(`message ${n} of sender ${sender} came where ${next} was due`);
    this.#next.set(sender, n + 1);
    this.messages.push({ sender, n, end: this.#decoded });
  }
}
