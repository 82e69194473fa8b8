// A proxy between people and a server, of the kinds that WebSocket does not get through.
import { createServer, type IncomingMessage, request, type Server } from "node:http";
import { connect, type Socket } from "node:net";
import type { Duplex } from "node:stream";

/**
 * What it does: `blocks` refuses every upgrade. `strips` takes the upgrade for a hop's own business, and asks for the page
 * instead. `buffers` gives on no answer before its end, and no frame of a socket. `cuts` ends each connection after so long.
 */
export type Spoils = "blocks" | "strips" | "buffers" | "cuts" | "nothing";

export interface HttpProxy {
  port: number;
  /** How many sockets it has carried. */
  carried: { sockets: number };
  spoil(how: Spoils): void;
  /** Ends every connection that it carries. */
  cut(): void;
  end(): Promise<void>;
}

/** A proxy to a port of this machine. `cutAfterMs` is how long each connection lives where it cuts. */
export async function proxyTo(target: number, spoils: Spoils, cutAfterMs = 30_000): Promise<HttpProxy> {
  let how = spoils;
  const sockets = new Set<Duplex>();
  const carried = { sockets: 0 };
  const server = createServer((asked, answer) => {
    const { host, ...headers } = asked.headers;
    const on = request({
      // One that was left open may be closed at the moment it is used again, and then the request would be lost.
      agent: false,
      port: target,
      host: "127.0.0.1",
      method: asked.method ?? "GET",
      path: asked.url ?? "/",
      headers: { ...headers, host },
    });
    on.on("response", (got: IncomingMessage) => {
      const chunks: Buffer[] = [];
      const begin = () => answer.writeHead(got.statusCode ?? 502, got.headers);
      if (how !== "buffers") begin();
      got.on("data", (chunk: Buffer) => {
        if (how === "buffers") chunks.push(chunk);
        else answer.write(chunk);
      });
      got.on("end", () => {
        if (!answer.headersSent) begin();
        answer.end(Buffer.concat(chunks));
      });
      got.on("error", () => answer.destroy());
    });
    on.on("error", () => answer.destroy());
    answer.on("close", () => on.destroy());
    asked.pipe(on);
  });
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    if (how === "cuts") setTimeout(() => socket.destroy(), cutAfterMs).unref();
  });
  server.on("upgrade", (asked: IncomingMessage, near: Duplex, head: Buffer) => {
    near.on("error", () => {});
    if (how === "blocks") return near.end("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
    const far = connect(target, "127.0.0.1");
    far.on("error", () => near.destroy());
    near.on("close", () => far.destroy());
    far.on("close", () => near.destroy());
    const kept = how === "strips" ? /^(connection|upgrade|sec-websocket)/i : /^$/;
    const lines: string[] = [];
    for (let n = 0; n < asked.rawHeaders.length; n += 2) {
      const name = asked.rawHeaders[n] ?? "";
      if (!kept.test(name)) lines.push(`${name}: ${asked.rawHeaders[n + 1]}`);
    }
    far.write(`GET ${asked.url} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`);
    far.write(head);
    near.pipe(far);
    carried.sockets += 1;
    let greeted = false;
    far.on("data", (bytes) => {
      // The answer to the upgrade goes through, as the headers of any answer do.
      if (how !== "buffers" || !greeted) near.write(bytes);
      greeted = true;
    });
  });
  const port = await listen(server);
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port,
    carried,
    spoil(to) {
      how = to;
    },
    cut,
    async end() {
      const closed = new Promise((resolve) => server.close(resolve));
      cut();
      await closed;
    },
  };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) =>
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    }),
  );
}
