// Server-sent events: a room's events for who can read a response that does not end. The Worker holds it, and the room sleeps.
import type { Context } from "hono";
import * as v from "valibot";
import type { Down } from "../protocol/down.ts";
import { CREDIT_BYTES, STREAM_COMMENT_MS } from "../protocol/limits.ts";
import type { Person } from "../protocol/person.ts";
import type { Refusal } from "../protocol/refusal.ts";
import type { Reader, Since } from "../room/answer.ts";
import type { Env } from "./env.ts";
import { streamFrom } from "./event-stream.ts";
import { fail, failAs } from "./fail.ts";
import { guard } from "./guard.ts";
import { identityHeaders } from "./identity.ts";
import { type Ear, frameOf, listen } from "./listen.ts";
import { readQuestion } from "./question.ts";
import { visitorOf } from "./visitor.ts";

/** An event as the room has it, of which the stream reads no more than this. */
const Stamped = v.looseObject({ seq: v.number(), by: v.string() });
type Stamped = v.InferOutput<typeof Stamped>;

/** Answers with a stream of events: those after `Last-Event-ID` or `?since=`, else those from now on. */
export async function streamEvents(c: Context<{ Bindings: Env }>, room: string): Promise<Response> {
  await guard(c);
  const { since, before, limit, wait } = readQuestion(c);
  // It begins at a place and has no end.
  if (before !== undefined || limit !== undefined || wait > 0) fail("bad_query");
  const { who, identity } = await visitorOf(c, room);
  const ear = await listen(c, room, who);
  ear.tell({ type: "hello", credit: true, ...(who.pass && { pass: who.pass }) });
  const said = await ear.next(10_000);
  const welcome = said ? frameOf(said) : undefined;
  if (welcome?.type !== "welcome") {
    ear.close();
    return welcome?.type === "refused" ? failAs(welcome) : fail("internal");
  }
  // A seq alone is one of the log that there is.
  const from = since === undefined ? placeAt(welcome.epoch, welcome.head) : { ...placeAt(welcome.epoch, 0), ...since };
  const read = (place: Since) => c.env.ROOM.getByName(room).read(who.member, who, { since: place });
  return streamFrom(ear, identityHeaders(c, identity), (write) => pump({ ear, from, read, write }));
}

/** A place in the log. One that has no event yet has no epoch either: whatever begins it comes after. */
function placeAt(epoch: string, seq: number): Since {
  return { seq, ...(epoch !== "" && { epoch }) };
}

/** A refusal, whoever says it. */
type Said = Pick<Down<"refused">, "code" | "retryAfter" | "reason">;

export interface Pump {
  ear: Ear;
  from: Since;
  read(place: Since): Promise<Reader | Refusal>;
  /** Resolves when the reader has taken it; rejects when they are gone. */
  write(text: string): Promise<void>;
}

/** Writes events one after the other, none left out: what the ear has not heard is read from the log. */
export async function pump({ ear, from, read, write }: Pump): Promise<void> {
  let place = from;
  /** So much was heard since the room was last told that it is read. */
  let owed = 0;
  const people = new Map<string, Person>();
  const meet = (persons: readonly Person[]) => {
    for (const person of persons) people.set(person.member, person);
  };
  const give = async (events: readonly Stamped[], epoch: string) => {
    for (const event of events) {
      place = placeAt(epoch, event.seq);
      const author = people.get(event.by);
      await write(`id: ${epoch}.${event.seq}\ndata: ${JSON.stringify({ ...event, ...(author && { author }) })}\n\n`);
    }
  };
  let shown = Date.now();
  /** Also where there is always something to write: the room takes whoever it does not hear of for dead. */
  const show = async () => {
    if (Date.now() - shown < STREAM_COMMENT_MS) return;
    await write(": here\n\n");
    ear.ping();
    shown = Date.now();
  };
  const say = ({ code, retryAfter, reason }: Said) =>
    write(`event: refused\ndata: ${JSON.stringify({ code, retryAfter, reason })}\n\n`);
  /** Says whether there is anything to go on from. */
  const catchUp = async () => {
    for (;;) {
      await show();
      const answer = await read(place);
      if ("code" in answer && answer.code === "too_fast") {
        await write(": slower\n\n");
        await scheduler.wait((answer.retryAfter ?? 1) * 1000);
        continue;
      }
      if ("code" in answer) {
        await say(answer);
        return false;
      }
      meet(answer.people);
      if (answer.reset) {
        place = placeAt(answer.epoch, answer.head);
        await write(`event: reset\nid: ${answer.cursor}\ndata: {"head":${answer.head}}\n\n`);
        return true;
      }
      await give(v.parse(v.array(Stamped), answer.events), answer.epoch);
      if (!answer.more) return true;
    }
  };

  // An id without data is no event, but whoever comes again says it.
  await write(`: connected\nid: ${from.epoch ?? ""}.${from.seq}\n\n`);
  for (let on = await catchUp(); on; ) {
    await show();
    const said = await ear.next(shown + STREAM_COMMENT_MS - Date.now());
    if (said === null) return;
    if (said === undefined) continue;
    owed += said.length;
    const frame = frameOf(said);
    if (frame.type === "pong" && frame.head > place.seq) on = await catchUp();
    else if (frame.type === "refused") await say(frame);
    else if (frame.type === "events") {
      meet(frame.people ?? []);
      const news = frame.events.filter(({ seq }) => seq > place.seq);
      if (news[0]?.seq === place.seq + 1 && place.epoch !== undefined) await give(news, place.epoch);
      else if (news.length > 0) on = await catchUp();
      // Of Chinese, each letter is three bytes.
      if (owed < CREDIT_BYTES / 3) continue;
      owed = 0;
      ear.tell({ type: "got", seq: place.seq });
    }
  }
}
