// A TCP proxy with a knife: it cuts the connection that carries the n-th byte, once, and carries all others whole.
import { connect, createServer, type Socket } from "node:net";

/** To the server, or back. */
export type Way = "up" | "down";
/** By a reset, by an end, or by carrying nothing more while nobody is told. */
export type Cut = "RST" | "FIN" | "stall";

export interface Knife {
  url: string;
  /** So many bytes were carried each way, up to the cut. */
  carried: Record<Way, number>;
  /** Whether it has cut. */
  done(): boolean;
  close(): void;
}

/** A way to a port of this machine, that is cut after `at` bytes one way. */
export async function cuts(port: number, way: Way, at: number, how: Cut): Promise<Knife> {
  const carried = { up: 0, down: 0 };
  const open = new Set<Socket>();
  let done = false;

  const server = createServer((near) => {
    const far = connect(port, "127.0.0.1");
    let cut = false;
    for (const [from, to, direction] of [
      [near, far, "up"],
      [far, near, "down"],
    ] as const) {
      open.add(from);
      from.on("error", () => {});
      from.on("close", () => {
        open.delete(from);
        if (!cut) to.destroy();
      });
      from.on("data", (bytes: Buffer) => {
        if (cut) return;
        const left = done || direction !== way ? Infinity : at - carried[way];
        const now = bytes.subarray(0, left);
        if (!done) carried[direction] += now.length;
        if (left > bytes.length) return void to.write(bytes);
        cut = done = true;
        // What was carried arrives before the cut does.
        to.write(now, () => {
          for (const end of how === "stall" ? [] : [near, far]) {
            if (how === "RST") end.resetAndDestroy();
            else end.end();
          }
        });
      });
    }
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const mine = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${mine}`,
    carried,
    done: () => done,
    close() {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}
