// WebSocket frames (RFC 6455) as far as a load needs them: unfragmented text both ways, and the close.

export const TEXT = 1;
export const CLOSE = 8;

export interface Frame {
  opcode: number;
  payload: Buffer;
  /** How many bytes it was, with its head. */
  bytes: number;
}

/** A client's text frame. It is masked with zeros, which is a mask like any other and costs nothing. */
export function textFrame(text: string): Buffer {
  const payload = Buffer.from(text);
  return Buffer.concat([header(payload.length), payload]);
}

function header(length: number): Buffer {
  const MASKED = 0x80;
  if (length < 126) return Buffer.from([0x81, MASKED | length, 0, 0, 0, 0]);
  const long = length >= 65536;
  const bytes = Buffer.alloc(long ? 14 : 8);
  bytes[0] = 0x81;
  bytes[1] = MASKED | (long ? 127 : 126);
  if (long) bytes.writeBigUInt64BE(BigInt(length), 2);
  else bytes.writeUInt16BE(length, 2);
  return bytes;
}

/** Cuts a server's bytes into frames: what is not a whole frame yet waits for the next bytes. */
export function frameReader(): { read(bytes: Buffer): Frame[]; readonly between: boolean } {
  let rest: Buffer = Buffer.alloc(0);
  return {
    read(bytes) {
      rest = rest.length === 0 ? Buffer.from(bytes) : Buffer.concat([rest, bytes]);
      const frames: Frame[] = [];
      for (let size = sizeOf(rest); size !== undefined && rest.length >= size.head + size.body; size = sizeOf(rest)) {
        const end = size.head + size.body;
        frames.push({ opcode: (rest[0] ?? 0) & 0x0f, payload: rest.subarray(size.head, end), bytes: end });
        rest = rest.subarray(end);
      }
      return frames;
    },
    /** Nothing of a frame is left over. */
    get between() {
      return rest.length === 0;
    },
  };
}

function sizeOf(bytes: Buffer): { head: number; body: number } | undefined {
  const short = (bytes[1] ?? 0) & 0x7f;
  const head = short === 127 ? 10 : short === 126 ? 4 : 2;
  if (bytes.length < head) return undefined;
  if (short === 126) return { head, body: bytes.readUInt16BE(2) };
  return { head, body: short === 127 ? Number(bytes.readBigUInt64BE(2)) : short };
}
