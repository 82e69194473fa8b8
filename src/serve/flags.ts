// What the command line of `npm run serve` may say.
import { parseArgs } from "node:util";

export const USAGE = "usage: npm run serve -- [--port 8787] [--host 127.0.0.1] [--dir ./rooms] [--fresh]";

export interface Flags {
  host: string;
  /** 0 picks a free one. */
  port: number;
  dir: string;
  /** Builds the worker anew, whatever was built before. */
  fresh?: boolean;
}

/** Reads the arguments, or nothing where they make no sense. */
export function flags(args: string[]): Flags | undefined {
  try {
    const { values } = parseArgs({
      args,
      options: {
        host: { type: "string", default: "127.0.0.1" },
        port: { type: "string", default: "8787" },
        dir: { type: "string", default: "./rooms" },
        fresh: { type: "boolean", default: false },
      },
    });
    const port = /^\d{1,5}$/.test(values.port) ? Number(values.port) : 65536;
    return port <= 65535 ? { ...values, port } : undefined;
  } catch {
    return undefined;
  }
}
