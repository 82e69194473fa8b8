// The shipped Worker, and beside it two addresses that tell what a room did: its counts, and the size of its database.
import type { Env as Shipped } from "../../../src/worker/env.ts";
import worker from "../../../src/worker/index.ts";
import { type CountedRoom, countsOf } from "./counted-room.ts";

export { Deployment } from "../../../src/deployment/deployment.ts";
export { CountedRoom as Room } from "./counted-room.ts";

interface Env extends Omit<Shipped, "ROOM"> {
  ROOM: DurableObjectNamespace<CountedRoom>;
}

export default {
  async fetch(request: Request, env: Env, context: ExecutionContext): Promise<Response> {
    const [, what, room = ""] = new URL(request.url).pathname.split("/");
    if (what === "counts") return Response.json(countsOf(room));
    if (what === "size") return Response.json(await env.ROOM.getByName(room).size());
    return worker.fetch(request, env, context);
  },
};
