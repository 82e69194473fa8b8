// The Durable Object of one room: a shell that carries sockets and requests to the core and back.
// It alone touches the platform (`ctx`); what a room decides is in turn.ts and below.
import * as v from "valibot";
import { PING } from "../protocol/ping.ts";
import type { Refusal } from "../protocol/refusal.ts";
import { HOLD } from "../protocol/session.ts";
import { greeting, say } from "../protocol/text.ts";
import type { Bindings } from "./bindings.ts";
import { readConfig } from "./config.ts";
import { admit, type Core, openCore, personOf, readmit } from "./core.ts";
import { openDatabase } from "./database.ts";
import { keepsFromEnding, keepsOut, shutsOut, wouldMake } from "./door.ts";
import { nextDue } from "./due.ts";
import { readEntrance, refuseAtDoor, refuseUnmade, speaking } from "./entrance.ts";
import { logFault } from "./fault.ts";
import { close, linkTo } from "./link.ts";
import { person } from "./members.ts";
import type { Source } from "./meters.ts";
import { isLate } from "./pace.ts";
import { pongOf } from "./pong.ts";
import { Postbox } from "./postbox.ts";
import { type Relay, relayOver } from "./relay.ts";
import { type Link, Memory, type Session } from "./session.ts";
import { type Arrival, takeTurn } from "./turn.ts";

/** An alarm that has not come for so long, in ms, was lost. */
const LOST_MS = 10_000;

export class Room extends Postbox {
  protected override core: Core;
  readonly #sessions = new Map<WebSocket, Session>();
  /** Of the sessions over HTTP, by their ids. */
  readonly #relays = new Map<string, Relay>();
  readonly #arrivals: Arrival[] = [];
  #pong: string | undefined = "unknown";
  /** For when an alarm was set, in ms, as far as this object knows. */
  #due = 0;

  constructor(ctx: DurableObjectState, env: Bindings) {
    super(ctx, env);
    this.core = openCore(openDatabase(ctx.storage), ctx.id.name ?? "", readConfig(env));
    for (const socket of ctx.getWebSockets()) {
      const memory = v.safeParse(Memory, socket.deserializeAttachment());
      // Sockets that we closed stay listed until their peer answers: close() took their memory. One that its peer
      // closes is seated, though it is no longer open: its close event is on the way, and others must hear of it.
      if (!memory.success) continue;
      const [id] = ctx.getTags(socket);
      this.#sessions.set(socket, readmit(this.core, this.#link(socket, id), memory.output));
    }
  }

  /** Opens a socket, or says that there is no place. The Worker says in headers who comes in, and by which door. */
  override async fetch(request: Request): Promise<Response> {
    const opened = this.answer(() => this.#open(request));
    return "code" in opened ? refuseAtDoor(opened) : opened;
  }

  #open(request: Request): Response {
    const entrance = readEntrance(request.headers);
    const { member, label, address, codec, pass, subprotocol, session: id, goesOn } = entrance;
    if (id !== undefined && goesOn) return this.#goOn(id, member);
    if (wouldMake(this.core, entrance, Date.now())) return refuseUnmade();
    const source = { member, address };
    const no = keepsOut(this.core, source, Date.now(), pass);
    if (no !== undefined) {
      // Where it is full, perhaps of dead peers, whom only a turn looks for: a room in which nobody talks takes none.
      if (no.code === "full") this.arrive({ is: "turnedAway" });
      return refuseAtDoor(no);
    }
    const who = personOf(this.core, person(member, label, true));
    const { 0: client, 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server, id === undefined ? [] : [id]);
    const text = codec === "text";
    // Who has to say the passcode yet can do nothing else, and hears of nothing.
    const atDoor = pass === undefined && shutsOut(this.core, source, Date.now()) === "pass_needed";
    const session = admit(this.core, this.#link(server, id), {
      person: who,
      address,
      codec,
      heard: Date.now(),
      came: Date.now(),
      passed: pass !== undefined && this.core.passes.asked,
      // The text door has no hello: who opens it is in.
      stage: text && !atDoor ? { is: "live" } : { is: "new" },
      credit: false,
      read: 0,
    });
    session.remember({});
    this.#sessions.set(server, session);
    if (text) {
      // As in the article, by the name that their lines will have.
      server.send(greeting(who.guest ? who.name : label));
      if (atDoor) server.send(say.passNeeded());
      else this.arrive({ is: "joined", session });
    }
    this.#tellHead();
    return new Response(null, { status: 101, webSocket: client, headers: speaking(subprotocol) });
  }

  /** Goes on with a session over another socket, from where the last one was told to hold. */
  #goOn(id: string, member: string): Response {
    const [old, session] = this.#holder(id, member) ?? [];
    const relay = this.#relays.get(id);
    if (old === undefined || session === undefined || !relay?.holds) return refuseAtDoor({ code: "no_session" });
    const { 0: client, 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server, [id]);
    this.#sessions.delete(old);
    this.#sessions.set(server, session);
    relay.goOn(this.#link(server));
    session.remember({});
    session.hearAt(Date.now());
    close(old, 1000, "");
    return new Response(null, { status: 101, webSocket: client });
  }

  /** A session over HTTP, and the socket that it has now. */
  #holder(id: string, member: string): [WebSocket, Session] | undefined {
    for (const socket of this.ctx.getWebSockets(id)) {
      const session = this.#sessions.get(socket);
      if (session?.member === member) return [socket, session];
    }
    return undefined;
  }

  /** Takes in frames of a session over HTTP. False where there is none of this id. */
  hear(id: string, member: string, frames: readonly string[]): boolean {
    const [, session] = this.#holder(id, member) ?? [];
    if (session === undefined) return false;
    for (const data of frames) this.arrive({ is: "frame", session, data });
    return true;
  }

  /** Its holder leaves. */
  leave(id: string, member: string): boolean {
    const [socket] = this.#holder(id, member) ?? [];
    if (socket !== undefined) this.#gone(socket, 1000, "");
    return socket !== undefined;
  }

  /** Deletes the room with all that is in it, if its owner asks or the operator; else says why not. */
  async end(source: Source): Promise<Refusal | undefined> {
    const now = Date.now();
    const no = this.answer(() => keepsFromEnding(this.core, source, now));
    if (no !== undefined) return no;
    // Who is waiting for a verdict gets it.
    this.#turn();
    for (const session of this.#sessions.values()) session.end("gone");
    this.#sessions.clear();
    this.#relays.clear();
    await this.ctx.storage.deleteAll();
    this.core = openCore(openDatabase(this.ctx.storage), this.core.name, readConfig(this.env));
    this.core.tomb.set(now);
    // Its alarm went with the rest.
    this.#due = 0;
    this.#tellHead();
  }

  override webSocketMessage(socket: WebSocket, data: string | ArrayBuffer): void {
    const session = this.#sessions.get(socket);
    const [id] = this.ctx.getTags(socket);
    if (id !== undefined && data === HOLD) this.#relays.get(id)?.hold();
    else if (session !== undefined) this.arrive({ is: "frame", session, data });
  }

  override webSocketClose(socket: WebSocket, code: number, reason: string): void {
    // The peer waits for our close to end its own. 1005, 1006 and 1015 are said of a close and can't be sent in one.
    this.#gone(socket, code === 1005 || code === 1006 || code === 1015 ? 1000 : code, reason);
  }

  override webSocketError(socket: WebSocket): void {
    // Protocol violations arrive here and not as a close (2026-11).
    this.#gone(socket, 1011, "");
  }

  #gone(socket: WebSocket, code: number, reason: string): void {
    const session = this.#sessions.get(socket);
    close(socket, code, reason);
    if (session === undefined) return;
    // Not by the socket's tags: where both ends have closed, to ask for them throws (2026-11).
    if (session.link.id !== undefined) this.#relays.delete(session.link.id);
    this.#sessions.delete(socket);
    this.arrive({ is: "left", session });
  }

  protected override arrive(arrival: Arrival): void {
    this.#arrivals.push(arrival);
    if (this.#arrivals.length === 1) this.#wait(true);
  }

  /** The zero-delay timer of the turn, or two: the only timer in the room, for a pending one forbids hibernation. */
  #wait(longer: boolean): void {
    const due = Date.now();
    setTimeout(() => (longer && isLate(Date.now(), due) ? this.#wait(false) : this.#turn()), 0);
  }

  #turn(): void {
    const arrivals = this.#arrivals.splice(0);
    const report = (fault: unknown) => logFault(fault, this.core.name);
    takeTurn(this.core, arrivals, Date.now(), report);
    try {
      this.#tellHead();
      this.#wakeWhenDue();
    } catch (fault) {
      report(fault); // Storage fails. The next turn tries again.
    }
  }

  /** At the time for which an alarm was set: once, or again where that failed or the room was killed in it. */
  override async alarm(): Promise<void> {
    this.#due = 0;
    const back = this.courier.goOut(this.push());
    this.arrive({ is: "due" });
    this.#turn();
    await back;
    // What came up meanwhile, and what could not be delivered.
    this.#turn();
  }

  /** In the turn that has stored something: so an alarm is as durable as what it is for. */
  #wakeWhenDue(): void {
    const now = Date.now();
    this.courier.visit();
    // Another would take the place of the one that is out, which is to ring again where the room is killed in it.
    if (this.courier.isOut) return;
    const due = Math.min(nextDue(this.core, now) ?? Infinity, this.courier.nextDue(now) ?? Infinity);
    if (due === Infinity || (this.#due > now - LOST_MS && this.#due <= due)) return;
    this.#due = due;
    void this.ctx.storage.setAlarm(due);
  }

  /** Lets the runtime answer pings for the room. */
  #tellHead(): void {
    const answer = pongOf(this.core);
    if (answer === this.#pong) return;
    this.#pong = answer;
    this.ctx.setWebSocketAutoResponse(answer === undefined ? answer : new WebSocketRequestResponsePair(PING, answer));
  }

  /** The link over a socket: of the session over HTTP with this id, where it is one. */
  #link(socket: WebSocket, id?: string): Link {
    const link = linkTo(socket, () => this.ctx.getWebSocketAutoResponseTimestamp(socket)?.getTime() ?? null);
    if (id === undefined) return link;
    const relay = relayOver(link, id);
    this.#relays.set(id, relay);
    return relay;
  }
}
