// The load's own WebSocket: what it writes is what RFC 6455 asks of a client, what it reads is what servers send.
import { describe, expect, it } from "vitest";
import { CLOSE, frameReader, TEXT, textFrame } from "../../bench/load/frames.ts";
import { serverFrame } from "./server-frame.ts";

// On both sides of each place where the length takes another form.
const LENGTHS = [0, 1, 125, 126, 127, 65535, 65536, 70_000];

describe("a frame that ann sends", () => {
  it.each([
    [125, 0x80 | 125, ""],
    [126, 0x80 | 126, "007e"],
    [65535, 0x80 | 126, "ffff"],
    [65536, 0x80 | 127, "0000000000010000"],
  ])("of %i bytes says its length in the shortest form, final, text and masked", (length, second, rest) => {
    const text = "a".repeat(length);
    const head = Buffer.from([0x81, second, ...Buffer.from(rest, "hex"), 0, 0, 0, 0]);
    expect(textFrame(text).equals(Buffer.concat([head, Buffer.from(text)]))).toBe(true);
  });

  it("counts bytes and not letters", () => {
    expect(textFrame("安")[1]).toBe(0x80 | 3);
  });
});

describe("the frames that bo reads", () => {
  it.each(LENGTHS)("may be %i bytes long", (length) => {
    const [frame, ...more] = frameReader().read(serverFrame("b".repeat(length)));
    expect(more).toEqual([]);
    expect(frame?.opcode).toBe(TEXT);
    expect(frame?.payload.toString()).toBe("b".repeat(length));
  });

  it("come whole, however many arrive at once", () => {
    const frames = frameReader().read(Buffer.concat([serverFrame("hi"), serverFrame("安"), serverFrame("", CLOSE)]));
    expect(frames.map(({ opcode, payload }) => [opcode, payload.toString()])).toEqual([
      [TEXT, "hi"],
      [TEXT, "安"],
      [CLOSE, ""],
    ]);
  });

  it("come whole when they arrive byte by byte, and between two of them nothing is left over", () => {
    const texts = ["hi", "b".repeat(125), "b".repeat(126), "b".repeat(3000)];
    const reader = frameReader();
    const heard: string[] = [];
    for (const text of texts) {
      for (const byte of serverFrame(text)) {
        for (const { payload } of reader.read(Buffer.from([byte]))) heard.push(payload.toString());
        expect(reader.between).toBe(heard.includes(text));
      }
    }
    expect(heard).toEqual(texts);
  });

  it("come whole when the longest form of a length is cut at any byte", () => {
    const bytes = serverFrame("b".repeat(65536));
    for (let cut = 0; cut <= 12; cut += 1) {
      const reader = frameReader();
      expect(reader.read(bytes.subarray(0, cut))).toEqual([]);
      expect(reader.read(bytes.subarray(cut)).map(({ payload }) => payload.length)).toEqual([65536]);
    }
  });

  it("outlive the buffer that they came in, which the next bytes overwrite", () => {
    const shared = Buffer.from(serverFrame("hi, bo"));
    const [frame] = frameReader().read(shared);
    shared.fill(0);
    expect(frame?.payload.toString()).toBe("hi, bo");
  });
});
