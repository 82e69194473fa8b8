// A network cable between a browser and a server: a TCP proxy that can be cut, and mended.
import { connect, createServer, type Socket } from "node:net";

export interface Cable {
  port: number;
  /** Ends every connection and takes no new one. */
  cut(): Promise<void>;
  /** Carries nothing more of what the client sends, as if the words were lost on the way: no end, no error. */
  lose(): void;
  /** What was lost so. */
  lost(): string;
  mend(): Promise<void>;
  end(): Promise<void>;
}

/** A cable to a port of this machine. */
export async function cableTo(target: number): Promise<Cable> {
  const ends = new Set<Socket>();
  let losing = false;
  let lost = "";
  let port = 0;
  const server = createServer((near) => {
    const far = connect(target, "127.0.0.1");
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(from);
      from.on("data", (bytes) => {
        if (losing && from === near) lost += bytes;
        else to.write(bytes);
      });
      from.on("error", () => {});
      from.on("close", () => {
        ends.delete(from);
        to.destroy();
      });
    }
  });
  const listen = () => new Promise<void>((resolve) => void server.listen(port, "127.0.0.1", resolve));
  const cut = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const end of ends) end.resetAndDestroy();
    });
  await listen();
  const address = server.address();
  port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    port,
    cut,
    lose() {
      losing = true;
    },
    lost: () => lost,
    async mend() {
      for (const end of ends) end.destroy();
      losing = false;
      if (!server.listening) await listen();
    },
    end: cut,
  };
}
