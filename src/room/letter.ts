// An event as a webhook is sent it, signed as standardwebhooks.com has it, so that any library for that can check it.
import { Buffer } from "node:buffer";
import { createHash, createHmac } from "node:crypto";
import type { LogEvent } from "../protocol/event.ts";
import { type Core, people } from "./core.ts";
import type { Hook } from "./hooks.ts";

export interface Letter {
  /** The same however often it is sent. There is no `.` in it, which parts what is signed. */
  id: string;
  headers: Record<string, string>;
  body: string;
}

/** The letter to send at `now` (ms since 1970): the event as the log has it by then. */
export function letterOf(core: Core, { member, secret }: Hook, event: LogEvent, now: number): Letter {
  const [author] = people(core, [event.by]);
  const { epoch } = core.log;
  const id = `${epoch}_${event.seq}_${member}`;
  const data = { room: core.name, epoch, event, ...(author && { author }) };
  const body = JSON.stringify({ type: event.kind, timestamp: new Date(event.at).toISOString(), data });
  const time = String(Math.floor(now / 1000));
  const signature = createHmac("sha256", Buffer.from(secret.slice("whsec_".length), "base64"))
    .update(`${id}.${time}.${body}`)
    .digest("base64");
  return {
    id,
    headers: { "webhook-id": id, "webhook-timestamp": time, "webhook-signature": `v1,${signature}` },
    body,
  };
}

/** The id of an op that follows from something: the same op whenever it follows again. */
export function opIdFrom(what: string): string {
  return createHash("sha256").update(what).digest("hex").slice(0, 32);
}
