// Speaks parlor.v1 over the connection: hello, resume, credit, and asking again wherever something is missing.
import type { Down, DownFrame, Welcome } from "../protocol/down.ts";
import { CREDIT_BYTES } from "../protocol/limits.ts";
import type { Pass } from "../protocol/pass.ts";
import { createAsks } from "./asks.ts";
import { createCatchUp } from "./catchup.ts";
import { createConnection } from "./connection.ts";
import type { Current } from "./current.ts";
import { helloFrom } from "./hello.ts";
import { createOutbox } from "./outbox.ts";
import type { Platform } from "./platform.ts";
import { createPresence } from "./presence.ts";
import { createReading } from "./reading.ts";
import { takesPage } from "./reduce.ts";
import type { Link } from "./state.ts";
import type { OutboxStore } from "./store/outbox-store.ts";

export interface SyncOptions {
  platform: Platform;
  url: string;
  /** The name wished for, until the room has one. */
  name: string | undefined;
  store: OutboxStore;
  current: Current;
}

export function createSync({ platform, url, name, store, current }: SyncOptions) {
  /** Bytes received since the last `got`. */
  let owed = 0;
  /** The passcode that was typed, until the room has answered. */
  let pass: Pass | undefined;

  const connection = createConnection(platform, url, {
    opened: () => catchUp.hello(),
    received,
    changed,
  });
  const { send, renew } = connection;
  const catchUp = createCatchUp({
    platform,
    state: () => current.state,
    sayHello: () => send(helloFrom(current.state, name, pass)),
    renew,
  });
  const asks = createAsks(platform, send);
  const reading = createReading(platform, (seq) => send({ type: "read", seq }));
  const outbox = createOutbox({
    platform,
    store,
    epoch: () => current.state.epoch,
    ready: () => catchUp.level,
    send: (ops) => send({ type: "ops", ops }),
    renew,
    changed: (pending) => current.change({ type: "pending", pending }),
    slowed: (until) => current.change({ type: "slow", until }),
  });
  const presence = createPresence(platform, current);

  function changed(link: Link) {
    if (link.is === "refused") pass = undefined;
    catchUp.lost();
    outbox.recall();
    current.batch(() => {
      current.change({ type: "link", link });
      asks.drop();
    });
  }

  function received(frame: DownFrame | undefined, bytes: number) {
    owed += bytes;
    current.batch(() => {
      if (frame !== undefined) hear(frame);
    });
    if (owed >= CREDIT_BYTES) got();
  }

  function hear(frame: DownFrame) {
    switch (frame.type) {
      case "welcome":
        return welcomed(frame);
      case "events":
        return happened(frame);
      case "stored":
        return outbox.logged(
          frame.ids.map(([id, seq]) => ({ id, seq })),
          current.state.cursor,
        );
      case "answer":
        return asks.answered(frame);
      case "refused":
        return refused(frame);
      case "roster":
        return presence.roster(frame);
      case "tail":
        return current.change(frame);
      case "typing":
        return presence.typing(frame);
      case "pong":
        current.change(frame);
        outbox.look();
        return catchUp.told(frame.epoch, frame.head);
    }
  }

  function refused(frame: Down<"refused">) {
    if (frame.ref !== undefined) return asks.refused(frame);
    const toWait = frame.id === undefined && frame.retryAfter !== undefined;
    if (!(toWait && catchUp.refused((frame.retryAfter ?? 0) * 1000))) outbox.refused(frame);
  }

  function welcomed(frame: Welcome) {
    pass = undefined;
    if (frame.reset) {
      outbox.startOver();
      reading.startOver();
    } else if (takesPage(current.state, frame)) {
      // A page doesn't tell of every event, so of our ops in flight we may never hear.
      outbox.recall();
    }
    presence.roster(frame);
    catchUp.welcomed(frame.head);
    outbox.logged(frame.page ?? [], current.state.cursor);
    outbox.look();
    reading.again();
  }

  function happened(frame: Down<"events">) {
    const { events, more } = frame;
    current.change(frame);
    const { cursor } = current.state;
    if (events.some(({ seq }) => seq > cursor)) {
      catchUp.missing();
    } else {
      if (more) got();
      catchUp.advanced(more);
    }
    outbox.logged(events, cursor);
  }

  function got() {
    owed = 0;
    send({ type: "got", seq: current.state.cursor });
  }

  return {
    connection,
    outbox,
    ask: asks.ask,
    sawUpTo: reading.sawUpTo,
    /** Tries to come in with a passcode. */
    enter(said: Pass) {
      pass = said;
      connection.connect();
    },
    stop() {
      connection.disconnect();
      outbox.stop();
      reading.stop();
      presence.stop();
    },
  };
}
