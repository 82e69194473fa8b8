// The peers that are Durable Objects, on the workerd that Parlor runs on: PartyServer, and two objects that store
// nothing and check nothing, which bound what the platform can do.
import { DurableObject } from "cloudflare:workers";
import { type Connection, routePartykitRequest, Server, type WSMessage } from "partyserver";

interface Env extends Cloudflare.Env {
  Party: DurableObjectNamespace<Party>;
  BARE: DurableObjectNamespace<Bare>;
  BATCH: DurableObjectNamespace<Batch>;
}

/** PartyServer as its guide has it, hibernating. */
export class Party extends Server<Env> {
  static override options = { hibernate: true };

  override onMessage(_: Connection, message: WSMessage): void {
    this.broadcast(message);
  }
}

/** A hibernating object that sends each message on as it comes: a frame per message and socket. */
export class Bare extends DurableObject {
  override async fetch(): Promise<Response> {
    const { 0: client, 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server);
    return new Response(null, { status: 101, webSocket: client });
  }

  override webSocketMessage(_: WebSocket, message: string): void {
    for (const socket of this.ctx.getWebSockets()) socket.send(message);
  }
}

/** The same with Parlor's turn: what came since the last one goes out in one frame. What it does not do is store. */
export class Batch extends DurableObject {
  #arrived: string[] = [];

  override async fetch(): Promise<Response> {
    const { 0: client, 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server);
    return new Response(null, { status: 101, webSocket: client });
  }

  override webSocketMessage(_: WebSocket, message: string): void {
    this.#arrived.push(message);
    if (this.#arrived.length === 1) setTimeout(() => this.#turn(), 0);
  }

  #turn(): void {
    const frame = this.#arrived.join("\n");
    this.#arrived = [];
    for (const socket of this.ctx.getWebSockets()) socket.send(frame);
  }
}

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const [, peer, room = ""] = new URL(request.url).pathname.split("/");
    if (peer === "bare") return env.BARE.getByName(room).fetch(request);
    if (peer === "batch") return env.BATCH.getByName(room).fetch(request);
    return (await routePartykitRequest(request, env)) ?? new Response("no such peer", { status: 404 });
  },
};
