import { runInDurableObject } from "cloudflare:test";
import { nanoid } from "nanoid";
import { describe, expect, it } from "vitest";
import { type DownFrame, parseDown } from "../../src/protocol/down.ts";
import { DEAD_AFTER_MS, MESSAGE_CHANGES, SLOW_BYTES } from "../../src/protocol/limits.ts";
import { guesses, ours, ROOM_SOCKETS } from "../../src/room/abuse.ts";
import { admit, type Core, openCore } from "../../src/room/core.ts";
import { openDatabase } from "../../src/room/database.ts";
import { keepsOut, shutsReader } from "../../src/room/door.ts";
import { person } from "../../src/room/members.ts";
import { bucket, guessesWith, ratesWith } from "../../src/room/rate.ts";
import type { Session } from "../../src/room/session.ts";
import { takeTurn } from "../../src/room/turn.ts";
import { freshRoom, objectOf } from "./visitor.ts";

const { session: rates, shared } = ours;

interface Seat {
  session: Session;
  heard: (DownFrame | undefined)[];
  closed: { code: number; reason: string }[];
}

/** A room on real storage, whose clock and sockets the test holds. */
async function inRoom(
  limited: boolean,
  work: (core: Core, seat: (name: string, credit?: boolean) => Seat, say: typeof turn) => void,
) {
  await runInDurableObject(objectOf(freshRoom()), (_, { storage }) => {
    const core = openCore(openDatabase(storage), "rates", {
      rates: limited ? ours : undefined,
      sockets: ROOM_SOCKETS,
      socketsOfAddress: 1000,
      privateHooks: false,
    });
    work(
      core,
      (name, credit = true) => {
        const heard: Seat["heard"] = [];
        const closed: Seat["closed"] = [];
        const link = {
          send: (text: string) => void heard.push(parseDown(text)),
          close: (code: number, reason: string) => void closed.push({ code, reason }),
          keep: () => {},
          lastPing: () => null,
        };
        const memory = {
          person: person(name, name, false),
          codec: "parlor",
          address: "",
          heard: 0,
          stage: { is: "new" },
          credit,
          read: 0,
        } as const;
        const session = admit(core, link, memory);
        turn(core, session, { type: "hello", credit }, 0);
        return { session, heard, closed };
      },
      turn,
    );
  });
}

function turn(core: Core, session: Session, frame: object, now: number): void {
  const arrivals = [{ is: "frame" as const, session, data: JSON.stringify(frame) }];
  takeTurn(core, arrivals, now, (fault) => {
    throw fault;
  });
}

const messages = (count: number, text = "hi") => ({
  type: "ops",
  ops: Array.from({ length: count }, () => ({ id: nanoid(), kind: "send", body: { text } })),
});

const refusals = (seat: Seat) => seat.heard.filter((frame) => frame?.type === "refused");

describe("how fast is too fast", () => {
  it("ann's burst is stored, the rest of her frame waits together, and goes through later", async () => {
    await inRoom(true, (core, seat, say) => {
      const ann = seat("ann");
      const frame = messages(rates.ops.burst + 5);
      say(core, ann.session, frame, 1000);
      expect(core.log.head).toBe(rates.ops.burst);
      const late = frame.ops.slice(rates.ops.burst);
      expect(refusals(ann)).toEqual(
        late.map((op) => ({ type: "refused", code: "too_fast", id: op.id, retryAfter: expect.any(Number) })),
      );
      say(core, ann.session, { type: "ops", ops: late }, 4000);
      expect(core.log.since(rates.ops.burst, 10).map((event) => event.id)).toEqual(late.map((op) => op.id));
    });
  });

  it("bo is not slowed by ann", async () => {
    await inRoom(true, (core, seat, say) => {
      const ann = seat("ann");
      const bo = seat("bo");
      say(core, ann.session, messages(100), 1000);
      say(core, bo.session, messages(1), 1000);
      expect(refusals(bo)).toEqual([]);
    });
  });

  it("ann who searches and searches is told when there is a search for her again, and bo finds at once", async () => {
    await inRoom(true, (core, seat, say) => {
      const [ann, bo] = [seat("ann"), seat("bo")];
      const search = { type: "search", ref: 1, search: { words: "hi" } };
      for (let asked = 0; asked <= rates.searches.burst; asked += 1) say(core, ann.session, search, 1000);
      expect(refusals(ann)).toEqual([{ type: "refused", code: "too_fast", ref: 1, retryAfter: 1 }]);
      say(core, bo.session, search, 1000);
      say(core, ann.session, search, 2000);
      expect(refusals(ann)).toHaveLength(1);
      expect(refusals(bo)).toEqual([]);
    });
  });

  it("ann who erases and erases waits as for searches, for each reads the whole log", async () => {
    await inRoom(true, (core, seat, say) => {
      const ann = seat("ann");
      for (let asked = 0; asked <= shared.searches.member.burst; asked += 1) {
        say(core, ann.session, { type: "ops", ops: [{ id: nanoid(), kind: "erase" }] }, 1000);
      }
      expect(refusals(ann).at(-1)).toMatchObject({ code: "too_fast" });
    });
  });

  it("whoever stands at the door without a word for a minute goes, though they ping", async () => {
    await inRoom(true, (core, seat, say) => {
      const ann = seat("ann");
      const closed: number[] = [];
      const link = { send: () => {}, close: (code: number) => void closed.push(code), keep: () => {} };
      for (const codec of ["parlor", "text"] as const) {
        const memory = {
          ...ann.session.memory,
          codec,
          person: person("cy", "Cy", true),
          stage: { is: "new" } as const,
        };
        admit(core, { ...link, lastPing: () => 70_000 }, { ...memory, came: 20_000 });
      }
      say(core, ann.session, messages(1), 79_000);
      expect(closed).toEqual([]);
      say(core, ann.session, messages(1), 95_000);
      expect(closed).toEqual([4408, 4408]);
      expect(core.sessions.size).toBe(1);
    });
  });

  it("ann, who is muted, is not heard of by typing", async () => {
    await inRoom(true, (core, seat, say) => {
      const [ann, bo] = [seat("ann"), seat("bo")];
      say(core, ann.session, messages(1), 1000);
      const typing = () => bo.heard.filter((frame) => frame?.type === "typing");
      say(core, ann.session, { type: "typing", on: true }, 1000);
      expect(typing()).toHaveLength(1);
      core.members.mute("ann", 60_000);
      say(core, ann.session, { type: "typing", on: true }, 1000);
      core.members.mute("ann", 0);
      core.settings.setRules({ write: "moderators" });
      say(core, ann.session, { type: "typing", on: true }, 1000);
      expect(typing()).toHaveLength(1);
    });
  });

  it("ann who goes on sending what can't be read is shown out with a code", async () => {
    await inRoom(true, (core, seat, say) => {
      const ann = seat("ann");
      for (let frame = 0; frame <= rates.faults.burst; frame += 1) say(core, ann.session, { type: "nonsense" }, 1000);
      expect(ann.closed).toEqual([{ code: 4420, reason: "abuse" }]);
      say(core, ann.session, messages(1), 1000);
      expect(core.log.head).toBe(0);
    });
  });

  it("ann who floods is refused, then shown out, then kept out; bo goes on", async () => {
    await inRoom(true, (core, seat, say) => {
      const [ann, bo] = [seat("ann"), seat("bo")];
      for (let frame = 0; frame < 5000; frame += 1) say(core, ann.session, messages(1), 1000);
      expect(core.log.head).toBe(rates.ops.burst);
      expect(ann.closed).toEqual([{ code: 4420, reason: "abuse" }]);
      const [again, other] = ["ann", "bo"].map((member) => keepsOut(core, { member, address: "" }, 2000));
      expect(again).toEqual({ code: "abuse" });
      expect(other).toBeUndefined();
      // Knocking on and on keeps her out on and on.
      for (let at = 3000; at < 30_000; at += 5000)
        expect(keepsOut(core, { member: "ann", address: "" }, at)).toEqual({ code: "abuse" });
      // Nor is she let in by another door.
      const source = { member: "ann", address: "" };
      expect(shutsReader(core, source, 28_000)).toEqual({ code: "abuse" });
      const settled: unknown[] = [];
      const post = { is: "post", person: person("ann", "Ann", true), address: "", pass: undefined } as const;
      const op = { kind: "send", id: "a-post-of-ann-000000000", body: { text: "hi" } } as const;
      takeTurn(core, [{ ...post, op, settle: (verdict) => settled.push(verdict) }], 28_000, () => {});
      expect(settled).toMatchObject([{ is: "refused", refusal: { code: "abuse" } }]);
      expect(keepsOut(core, { member: "ann", address: "" }, 60_000)).toBeUndefined();
      say(core, bo.session, messages(1), 1000);
      expect(refusals(bo)).toEqual([]);
    });
  });

  it("a flooder who is somebody new each time waits with the newcomers of the house; whoever has spoken there comes in", async () => {
    await inRoom(true, (core, seat, say) => {
      const hall = { address: "hall" };
      const member = seat("ann");
      say(core, member.session, messages(1), 1000);
      for (let time = 0; time <= shared.abuses.address.burst; time += 1) {
        const nobody = seat(`nobody${time}`);
        nobody.session.remember(hall);
        expect(keepsOut(core, { member: `nobody${time}`, ...hall }, 1000)).toBeUndefined();
        while (!nobody.session.closed) say(core, nobody.session, messages(1), 1000);
      }
      const comes = (who: string, address: string, at: number) => keepsOut(core, { member: who, address }, at);
      expect(comes("nobody", "hall", 1000)).toEqual({ code: "crowded", retryAfter: 10 });
      // Knocking changes nothing: it may be somebody else.
      expect(comes("bo", "hall", 9000)).toEqual({ code: "crowded", retryAfter: 2 });
      expect([comes("ann", "hall", 9000), comes("bo", "house", 9000), comes("bo", "hall", 11_000)]).toEqual([
        ...[undefined, undefined, undefined],
      ]);
    });
  });

  it("each bucket is full again after the ten seconds in which a room falls asleep", () => {
    const common = Object.values(shared).flatMap((scopes) => Object.values(scopes));
    for (const rate of [...Object.values(rates), ...common])
      expect(rate.perSecond * 10).toBeGreaterThanOrEqual(rate.burst);
  });

  it("a bucket says truly when there is a token again", () => {
    const slow = bucket({ burst: 1, perSecond: 0.25 });
    expect([slow.take(1000), slow.take(1000), slow.take(4000), slow.take(5000)]).toEqual([0, 4, 1, 0]);
  });
});

describe("a message that is changed too often", () => {
  it("can be deleted, but no more edited or reacted to, for every page has to read that", async () => {
    await inRoom(false, (core, seat, say) => {
      const ann = seat("ann");
      say(core, ann.session, messages(1), 0);
      const react = (on: boolean) => ({ id: nanoid(), kind: "react", target: 1, emoji: "👍", on });
      for (let sent = 0; sent < MESSAGE_CHANGES; sent += 100) {
        say(
          core,
          ann.session,
          { type: "ops", ops: Array.from({ length: 100 }, (_, index) => react(index % 2 === 0)) },
          0,
        );
      }
      say(core, ann.session, { type: "ops", ops: [react(true), { id: nanoid(), kind: "delete", target: 1 }] }, 0);
      expect(refusals(ann)).toMatchObject([{ code: "too_many_changes" }]);
      expect(core.log.at(1)).toMatchObject({ body: null });
    });
  });
});

describe("sessions that don't keep up", () => {
  it("bo, who says got, stays; cleo, who said she would and doesn't, is closed slow", async () => {
    await inRoom(false, (core, seat, say) => {
      const ann = seat("ann", false);
      const bo = seat("bo");
      const cleo = seat("cleo");
      for (let sent = 0; sent < SLOW_BYTES * 1.2; sent += 56_000) {
        say(core, ann.session, messages(7, "x".repeat(8000)), 1000);
        say(core, bo.session, { type: "got", seq: core.log.head }, 1000);
      }
      expect(bo.closed).toEqual([]);
      expect(cleo.closed).toEqual([{ code: 4408, reason: "slow" }]);
      expect(core.roster.count).toBe(2);
    });
  });

  it("a peer that was not heard of for too long is gone at the next turn, and one that pings is not", async () => {
    await inRoom(false, (core, seat, say) => {
      const ann = seat("ann");
      const dead = seat("dead");
      const quiet = seat("quiet");
      quiet.session.link.lastPing = () => DEAD_AFTER_MS;
      say(core, ann.session, messages(1), DEAD_AFTER_MS + 1);
      expect(dead.closed).toEqual([{ code: 4408, reason: "gone_quiet" }]);
      expect(quiet.closed).toEqual([]);
      expect(ann.heard.at(-1)).toMatchObject({ type: "roster", count: 2, left: ["dead"] });
    });
  });
});

describe("a deployment's own numbers", () => {
  it("take the place of ours, each where it is named, and only there", () => {
    const { session, shared } = ratesWith(" messages.member=100/10 session.ops=60/6.5\nasks.room=7/1 ");
    expect(shared.messages).toEqual({ ...ours.shared.messages, member: { burst: 100, perSecond: 10 } });
    expect(shared.reactions).toEqual(ours.shared.reactions);
    expect(session).toEqual({ ...ours.session, ops: { burst: 60, perSecond: 6.5 } });
    expect(shared.asks.room).toEqual({ burst: 7, perSecond: 1 });
  });

  it("say how often a passcode may be guessed, too", () => {
    const { address, room, forgetS } = guessesWith("guesses.address=0/60 guesses.room=9/0");
    expect([address, room, forgetS]).toEqual([{ free: 0, longestS: 60 }, guesses.room, guesses.forgetS]);
  });

  it.each(["", "messages.member=0/1", "messages.member=5/0", "messages=5/1", "messages.member=5", "no.such=1/1", "{}"])(
    "said as %j mean nothing",
    (said) => expect(ratesWith(said)).toEqual(ours),
  );
});
