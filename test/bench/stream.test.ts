// The load's checker: a history that a room must not tell anybody is a Fault, however the bytes of it were cut.
import { describe, expect, it } from "vitest";
import { CLOSE } from "../../bench/load/frames.ts";
import { Fault, mark, Stream } from "../../bench/load/stream.ts";
import { serverFrame } from "./server-frame.ts";

const RING = 4096;
const ANN = 0;
const BO = 1;

const say = (sender: number, n: number, text = "hello") => serverFrame(`${mark(sender, n)}${text}`);

/** What one receiver gets, from the stream's beginning. */
function hear(...frames: Buffer[]): Stream {
  const stream = new Stream(RING);
  stream.take(0, Buffer.concat(frames));
  return stream;
}

const heard = ({ messages }: Stream) => messages.map(({ sender, n }) => [sender, n]);

describe("a right history", () => {
  // With its mark the first fits the shortest form of a length just so, the second does not.
  const [snug, over, long] = [120, 121, 300].map((length) => "x".repeat(length));
  const talk = [say(ANN, 0, long), say(BO, 0), serverFrame("bo is typing"), say(ANN, 1, snug), say(BO, 1, over)];
  const bytes = Buffer.concat(talk);
  const told = [
    [ANN, 0],
    [BO, 0],
    [ANN, 1],
    [BO, 1],
  ];

  it("has each one's messages in order, whoever else speaks between them", () => {
    const stream = hear(...talk);
    expect(heard(stream)).toEqual(told);
    expect([stream.frames, stream.end]).toEqual([5, bytes.length]);
  });

  it("may have many messages in one frame, which all end where it does", () => {
    const frame = serverFrame(`${mark(ANN, 0)}hi\n${mark(BO, 0)}hi\n${mark(ANN, 1)}bye`);
    expect(hear(frame).messages.map(({ end }) => end)).toEqual([frame.length, frame.length, frame.length]);
  });

  it("may be cut at every byte: a message counts when the last byte of its frame is there", () => {
    const stream = new Stream(RING);
    const ends = talk.map((_, index) => Buffer.concat(talk.slice(0, index + 1)).length).filter((_, n) => n !== 2);
    for (let at = 0; at < bytes.length; at += 1) {
      stream.take(at, bytes.subarray(at, at + 1));
      expect(stream.messages.length).toBe(ends.filter((end) => end <= at + 1).length);
    }
    expect(heard(stream)).toEqual(told);
    expect(stream.messages.map(({ end }) => end)).toEqual(ends);
  });

  it("may be cut in two at any byte, at another for each receiver", () => {
    for (let cut = 0; cut <= bytes.length; cut += 1) {
      const stream = new Stream(RING);
      const other = bytes.length - cut;
      stream.take(0, bytes.subarray(0, cut));
      stream.take(0, bytes.subarray(0, other));
      stream.take(cut, bytes.subarray(cut));
      stream.take(other, bytes.subarray(other));
      expect(heard(stream)).toEqual(told);
    }
  });

  it("may reach ann and bo in turns, each ahead of the other for a while", () => {
    const stream = new Stream(RING);
    const at = [0, 0];
    for (let step = 0; Math.min(...at) < bytes.length; step += 1) {
      const who = step % 2;
      const from = at[who] ?? 0;
      const to = Math.min(bytes.length, from + ((step * 7) % 23));
      stream.take(from, bytes.subarray(from, to));
      at[who] = to;
    }
    expect(heard(stream)).toEqual(told);
  });

  it("may be longer than what is kept of it, as long as nobody is further behind", () => {
    const small = new Stream(100);
    let at = 0;
    for (let n = 0; n < 100; n += 1) {
      const frame = say(ANN, n);
      small.take(at, frame);
      small.take(at, frame);
      at += frame.length;
    }
    expect(small.messages.length).toBe(100);
  });
});

describe("a wrong history", () => {
  it("lacks a message of ann's", () => {
    expect(() => hear(say(ANN, 0), say(ANN, 2))).toThrow(Fault);
    expect(() => hear(say(ANN, 1))).toThrow("message 1 of sender 0 came where 0 was due");
  });

  it("has a message of ann's twice, at once or later", () => {
    expect(() => hear(say(ANN, 0), say(ANN, 0))).toThrow(Fault);
    expect(() => hear(say(ANN, 0), say(ANN, 1), say(BO, 0), say(ANN, 0))).toThrow(Fault);
  });

  it("has ann's messages in another order than she said them, in two frames or within one", () => {
    expect(() => hear(say(ANN, 0), say(ANN, 2), say(ANN, 1))).toThrow(Fault);
    expect(() => hear(serverFrame(`${mark(ANN, 1)}b\n${mark(ANN, 0)}a`))).toThrow(Fault);
  });

  it("gives bo another text than ann", () => {
    const stream = hear(say(ANN, 0, "yes"));
    expect(() => stream.take(0, say(ANN, 0, "no!"))).toThrow(Fault);
  });

  it("gives bo the messages of two people in another order than ann, or leaves one out for him alone", () => {
    const stream = hear(say(ANN, 0), say(BO, 0), say(BO, 1));
    expect(() => stream.take(0, Buffer.concat([say(BO, 0), say(ANN, 0)]))).toThrow("other bytes than the others");
    expect(() => stream.take(0, Buffer.concat([say(ANN, 0), say(BO, 1)]))).toThrow(Fault);
  });

  it("differs for bo in the last byte before he would be the first to hear what is new", () => {
    const stream = hear(say(ANN, 0, "yes"));
    const other = Buffer.concat([say(ANN, 0, "yet"), say(ANN, 1)]);
    expect(() => stream.take(0, other)).toThrow("other bytes than the others");
  });

  it("differs for bo where what is kept begins again from its start", () => {
    const frame = say(ANN, 0, "x".repeat(50));
    const next = say(ANN, 1, "y".repeat(50));
    const damaged = Buffer.from(next).fill(0, next.length - 1);
    const stream = new Stream(100);
    stream.take(0, frame);
    stream.take(frame.length, next);
    expect(() => stream.take(frame.length, next)).not.toThrow();
    expect(() => stream.take(frame.length, damaged)).toThrow(Fault);
  });

  it("has a frame that is no text: bo was shown out, or got bytes", () => {
    expect(() => hear(say(ANN, 0), serverFrame("too slow", CLOSE))).toThrow("no text: opcode 8");
    expect(() => hear(serverFrame(`${mark(ANN, 0)}hello`, 2))).toThrow(Fault);
  });

  it("leaves bo further behind than what is kept", () => {
    const stream = new Stream(100);
    const frame = say(ANN, 0);
    stream.take(0, frame);
    for (let n = 1; stream.end <= 100; n += 1) stream.take(stream.end, say(ANN, n));
    expect(() => stream.take(0, frame)).toThrow(`${stream.end} bytes behind the others`);
  });
});
