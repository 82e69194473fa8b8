// One raw TCP socket that speaks WebSocket: it opens, says hello, and from then on only counts and passes on bytes.
import { randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";
import type { Dialect, Place } from "./dialect.ts";
import { type Frame, frameReader, textFrame } from "./frames.ts";

// All sockets read into one buffer: what came is used before the next read, so that no byte is copied or collected.
const shared = Buffer.alloc(256 * 1024);

export interface Wire {
  /** Bytes received since it was opened. */
  received: number;
  /** When bytes came last, in ms of performance.now(). */
  heardAt: number;
  /** The cookie that the server gave, to come back with. */
  cookie: string | undefined;
  /** Where the welcome said that the log's head is. */
  place: Place | undefined;
  /** Frames as they come, until `raw` is set. */
  heard: (frame: Frame) => void;
  /** Takes the bytes as they come, instead. */
  raw: ((bytes: Buffer) => void) | undefined;
  /** Called once, when the socket ends, whoever ended it. */
  ended: (reason: string) => void;
  write(frames: Buffer): void;
  pause(): void;
  end(): void;
}

export interface Knock {
  host: string;
  port: number;
  room: string;
  dialect: Dialect;
  cookie?: string | undefined;
  stood?: Place | undefined;
  /** Takes the frames that come after the welcome. */
  heard?: ((frame: Frame) => void) | undefined;
}

/** Opens a wire, and resolves when the server has let it in. Rejects where it does not. */
export function open({ host, port, room, dialect, cookie, stood, heard = () => {} }: Knock): Promise<Wire> {
  return new Promise((resolve, reject) => {
    const reader = frameReader();
    let handshake: Buffer | undefined = Buffer.alloc(0);
    let isIn = false;

    const wire: Wire = {
      received: 0,
      heardAt: performance.now(),
      cookie,
      place: undefined,
      heard,
      raw: undefined,
      ended: reject,
      write: (frames) => void socket.write(frames),
      pause: () => void socket.pause(),
      end: () => void socket.destroy(),
    };

    function take(bytes: Buffer): void {
      wire.received += bytes.length;
      wire.heardAt = performance.now();
      if (wire.raw !== undefined) return wire.raw(bytes);
      if (handshake === undefined) return read(bytes);
      handshake = Buffer.concat([handshake, bytes]);
      const end = handshake.indexOf("\r\n\r\n");
      if (end < 0) return;
      const head = handshake.toString("latin1", 0, end);
      const after = handshake.subarray(end + 4);
      handshake = undefined;
      if (!head.startsWith("HTTP/1.1 101")) return reject(new Error(`not let in: ${head}`));
      wire.cookie = /^set-cookie: ([^;\r]+)/im.exec(head)?.[1] ?? cookie;
      const hello = dialect.hello(stood);
      if (hello !== undefined) wire.write(textFrame(hello));
      if (dialect.welcome === undefined) enter(undefined);
      read(after);
    }

    function read(bytes: Buffer): void {
      for (const frame of reader.read(bytes)) {
        const said = isIn ? false : (dialect.welcome?.(frame.payload.toString()) ?? false);
        if (said !== false) enter(said === true ? undefined : said);
        else wire.heard(frame);
      }
    }

    function enter(place: Place | undefined): void {
      isIn = true;
      wire.place = place;
      wire.ended = () => {};
      resolve(wire);
    }

    const socket: Socket = connect({
      host,
      port,
      noDelay: true,
      onread: {
        buffer: shared,
        callback: (length, buffer) => {
          take(Buffer.from(buffer.buffer, buffer.byteOffset, length));
          return true;
        },
      },
    });
    socket.on("connect", () => socket.write(request(host, port, room, dialect, cookie)));
    socket.on("error", (error) => wire.ended(error.message));
    socket.on("close", () => wire.ended("the socket closed"));
  });
}

function request(host: string, port: number, room: string, dialect: Dialect, cookie: string | undefined): string {
  const lines = [
    `GET ${dialect.path(room)} HTTP/1.1`,
    `Host: ${host}:${port}`,
    "Connection: Upgrade",
    "Upgrade: websocket",
    "Sec-WebSocket-Version: 13",
    `Sec-WebSocket-Key: ${randomBytes(16).toString("base64")}`,
    ...(dialect.subprotocol === undefined ? [] : [`Sec-WebSocket-Protocol: ${dialect.subprotocol}`]),
    ...(cookie === undefined ? [] : [`Cookie: ${cookie}`]),
  ];
  return `${lines.join("\r\n")}\r\n\r\n`;
}
