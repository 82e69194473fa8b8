// What the command line of `npm run chat` may say.
import { parseArgs } from "node:util";
import { type JoinOptions, readWay } from "../library/index.ts";

export const USAGE = `usage: npm run chat -- http://localhost:8787/r/lobby [--name Ann] [--passcode words] [--token parlor_bot_…]
       [--transport websocket|sse|poll]`;

export interface Args {
  address: string;
  options: Pick<JoinOptions, "name" | "passcode" | "token" | "transport">;
}

/** Reads the arguments, or nothing where they make no sense. */
export function readArgs(args: string[], env: Record<string, string | undefined>): Args | undefined {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        name: { type: "string" },
        passcode: { type: "string" },
        token: { type: "string" },
        transport: { type: "string" },
      },
    });
    const [address = "", ...more] = positionals;
    const { name, passcode } = values;
    const transport = readWay(values.transport);
    // Arguments are seen by everybody on the machine, and kept by shells.
    const token = values.token ?? env.PARLOR_TOKEN;
    if (!URL.canParse(address) || more.length > 0) return undefined;
    if (values.transport !== undefined && transport === undefined) return undefined;
    return {
      address,
      options: {
        ...(name && { name }),
        ...(passcode && { passcode }),
        ...(token && { token }),
        ...(transport && { transport }),
      },
    };
  } catch {
    return undefined;
  }
}
