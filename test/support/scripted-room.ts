// A small room for tests of the client: it keeps a log, resumes from it, and misbehaves exactly as the test says.

import type { SocketEvents } from "../../src/client/platform.ts";
import { type LogEvent, logged } from "../../src/protocol/event.ts";
import { type Op, parseOp } from "../../src/protocol/op.ts";
import { pong } from "../../src/protocol/ping.ts";
import { parseUp, type UpFrame } from "../../src/protocol/up.ts";
import { createWorld } from "./world.ts";

/** One link, as the room sees it. */
export interface Line {
  said: UpFrame[];
  open: boolean;
  tell(frame: object): void;
  /** The network breaks, or the room closes. */
  cut(): void;
}

export const ann = { member: "ann-0123456789", name: "Ann", tag: "ann-" };
export const bo = { member: "bo-0123456789", name: "Bo", tag: "bo-0" };

/** A room, the world it is in, and what the test may change of its ways. */
export function createScriptedRoom(random?: () => number) {
  const world = createWorld(connect, random);
  const room = {
    world,
    log: [] as LogEvent[],
    lines: [] as Line[],
    epoch: "",
    /** Sockets come through at all; `hanging` ones are neither opened nor closed. */
    reachable: true as boolean | "hanging",
    answersHello: true,
    answersPing: true,
    /** Whether ops are taken, taken without an echo, or not even heard. */
    ops: "taken" as "taken" | "silently" | "unheard",
    /** How a frame of ops is refused, or undefined. */
    refuse: (_op: Op): { code: string; retryAfter?: number } | undefined => undefined,
    /** Delivers a frame of events to a line: once, unless the test wants otherwise. */
    deliver: (line: Line, frame: object) => line.tell(frame),
    /** Most events of a batch of a resume. */
    batch: 200,
    /** How many messages a page has. */
    page: 50,

    /** The line of now. */
    get line(): Line {
      const line = room.lines.at(-1);
      if (line === undefined) throw new Error("Nobody has connected.");
      return line;
    },
    /** The ops frames that were heard, over all lines. */
    heard: () =>
      room.lines.flatMap(({ said }) => said.filter((frame) => frame.type === "ops")).map(({ ops }) => ops.map(read)),
    said: <T extends UpFrame["type"]>(type: T) =>
      room.lines.flatMap(({ said }) =>
        said.filter((frame): frame is Extract<UpFrame, { type: T }> => frame.type === type),
      ),
    /** Bo says something, and everybody hears it. */
    boSays(...texts: string[]) {
      const events = texts.map((text) =>
        append({ id: world.platform.mintId(), kind: "send", body: { text } }, bo.member),
      );
      spread(events);
      return events;
    },
    /** Bo says something that nobody hears. */
    boMumbles(...texts: string[]) {
      const { deliver } = room;
      room.deliver = () => {};
      room.boSays(...texts);
      room.deliver = deliver;
    },
    /** The log is wiped, and begins again. */
    wipe() {
      room.log = [];
      room.epoch = "";
    },
    texts: () => room.log.map((event) => (event.kind === "send" ? event.body?.text : event.kind)),
    seqOf: (id: string) => room.log.find((event) => event.id === id)?.seq,
  };

  function connect(events: SocketEvents) {
    const { after } = world.platform;
    const line: Line = {
      said: [],
      open: false,
      tell: (frame) => void after(1, () => line.open && events.received(JSON.stringify(frame))),
      cut() {
        line.open = false;
        events.closed();
      },
    };
    room.lines.push(line);
    if (room.reachable === true) {
      after(1, () => {
        line.open = true;
        events.opened();
      });
    } else if (room.reachable === false) after(1, () => events.closed());
    return {
      send: (text: string) => void after(1, () => line.open && hear(line, text)),
      close() {
        line.open = false;
      },
    };
  }

  function hear(line: Line, text: string) {
    const frame = parseUp(text);
    if (!frame.ok) throw new Error(`The client said what no room understands: ${text}`);
    line.said.push(frame.value);
    if (frame.value.type === "hello" && room.answersHello) welcome(line, frame.value);
    if (frame.value.type === "ops" && room.ops !== "unheard") take(line, frame.value.ops.map(read));
    if (frame.value.type === "ping" && room.answersPing) line.tell(JSON.parse(pong(room.epoch, room.log.length)));
    if (frame.value.type === "got") resume(line, frame.value.seq);
  }

  function welcome(line: Line, { cursor = 0, epoch, last }: Extract<UpFrame, { type: "hello" }>) {
    const head = room.log.length;
    const known = room.log[cursor - 1];
    const reset = cursor > 0 && (epoch !== room.epoch || known === undefined || last !== known.id);
    const fresh = cursor === 0 || reset;
    line.tell({
      type: "welcome",
      you: { ...ann, role: "member" },
      room: { name: "lobby" },
      epoch: room.epoch,
      head,
      tail: Math.min(1, head),
      last: room.log.at(-1)?.id ?? "",
      reset,
      roster: { count: 2, here: [ann, bo] },
      ...(fresh && { page: room.log.filter(({ kind }) => kind === "send").slice(-room.page), more: head > room.page }),
    });
    if (!fresh) resume(line, cursor);
  }

  /** The next batch after this seq, if there is one. */
  function resume(line: Line, seq: number) {
    const events = room.log.slice(seq, seq + room.batch);
    const more = seq + events.length < room.log.length;
    if (events.length > 0) room.deliver(line, { type: "events", events, people: [ann, bo], more });
  }

  function take(line: Line, ops: Op[]) {
    const events: LogEvent[] = [];
    const stored: [string, number][] = [];
    let waiting: { code: string } | undefined;
    for (const op of ops) {
      const seq = room.seqOf(op.id);
      const no = waiting ?? room.refuse(op);
      if (seq !== undefined) stored.push([op.id, seq]);
      else if (no === undefined) events.push(append(op, ann.member));
      else {
        line.tell({ type: "refused", id: op.id, ...no });
        if (no.code === "too_fast") waiting = no;
      }
    }
    if (stored.length > 0) line.tell({ type: "stored", ids: stored });
    if (room.ops === "taken") spread(events);
  }

  function append(op: Op, by: string): LogEvent {
    const event = { ...logged(op), seq: room.log.length + 1, by, at: world.now() };
    if (event.seq === 1) room.epoch = event.id;
    room.log.push(event);
    return event;
  }

  function spread(events: LogEvent[]) {
    if (events.length === 0) return;
    for (const line of room.lines) if (line.open) room.deliver(line, { type: "events", events, people: [ann, bo] });
  }

  return room;
}

export type ScriptedRoom = ReturnType<typeof createScriptedRoom>;

function read(op: unknown): Op {
  const parsed = parseOp(op);
  if (!parsed.ok) throw new Error(`The client sent what no room takes: ${JSON.stringify(op)}`);
  return parsed.value;
}
