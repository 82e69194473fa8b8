// B3: any text comes back as it was sent: live, from SQLite after sleep, found by its words, read over HTTP, and in the pieces
// that a screen draws.
import fc from "fast-check";
import { nanoid } from "nanoid";
import * as v from "valibot";
import { expect, it } from "vitest";
import { linkify } from "../../src/client/ui/message/linkify.ts";
import { Event } from "../../src/protocol/event.ts";
import { parseOp } from "../../src/protocol/op.ts";
import { anyText } from "../support/any-text.ts";
import { enter, freshRoom, get, sleep, until, type Visitor } from "./visitor.ts";

const FRAME = 100;
const FRAMES = import.meta.env.MODE === "long" ? 2_000 : 40;
/** A new room after so many frames. */
const ROOM_FRAMES = 10;

const frames = fc.array(anyText, { minLength: FRAME, maxLength: FRAME });

/** What the room takes of it, or its refusal. */
function taken(id: string, words: string): { text: string } | { code: string } {
  const op = parseOp({ id, kind: "send", body: { text: words } });
  if (!op.ok) return { code: op.refusal.code };
  return op.value.kind === "send" ? op.value.body : { code: "" };
}

const Reading = v.object({ events: v.array(Event) });

/** What was said after a place, as HTTP gives it. */
async function read(room: string, since: number): Promise<unknown[]> {
  const answer = await get(`/r/${room}?since=${since}`, { Accept: "application/json" });
  const { events } = v.parse(Reading, await answer.json());
  return events.map((event) => (event.kind === "send" ? event.body?.text : undefined));
}

/** Some of a text, as somebody would look for it: a letter and its marks are one. */
function wordOf(text: string): string {
  const letters = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
  return letters.slice(0, 8).join("");
}

/** What a search back from a place finds. */
async function find(ann: Visitor, seq: number, words: string): Promise<unknown[]> {
  const asked = ann.frames("answer").length;
  await ann.send({ type: "search", ref: 2, search: { words, before: seq + 1 } });
  await until(() => expect(ann.frames("answer").length).toBe(asked + 1));
  return (
    ann
      .frames("answer")
      .at(-1)
      ?.page.map(({ body }) => body?.text) ?? []
  );
}

it(`${FRAMES * FRAME} texts of all of Unicode are what they were`, { timeout: 1_800_000 }, async () => {
  let room = "";
  let ann = await enter({ room: freshRoom() });
  let before = 0;
  let frame = 0;
  await fc.assert(
    fc.asyncProperty(frames, async (texts) => {
      if (frame++ % ROOM_FRAMES === 0) {
        await ann.leave();
        room = freshRoom();
        ann = await enter({ room, name: "Ann" });
        before = 0;
      }
      const sent = texts.map((words) => ({ id: nanoid(), words }));
      const right = sent.map(({ id, words }) => ({ id, ...taken(id, words) }));
      const refused = ann.frames("refused").length;
      await ann.ops(...sent.map(({ id, words }) => ({ id, kind: "send", body: { text: words } })));
      const stored = right.flatMap((each) => ("text" in each ? [each] : []));
      await until(() => expect(ann.events.length).toBe(before + stored.length));
      const live = ann.events.slice(before).map((event) => (event.kind === "send" ? event.body?.text : undefined));
      expect(live).toEqual(stored.map(({ text }) => text));
      before += stored.length;
      const no = ann.frames("refused").slice(refused);
      expect(no.map(({ id, code }) => ({ id, code }))).toEqual(right.filter((each) => "code" in each));
      const halves = sent.filter(({ words }) => !words.isWellFormed()).map(({ id }) => id);
      expect(no.map(({ id }) => id)).toEqual(expect.arrayContaining(halves));
      // From SQLite, by a room that has just been woken.
      await sleep(room);
      const asked = ann.frames("answer").length;
      await ann.send({ type: "ask", ref: 1, history: { before: before + 1, limit: Math.min(50, stored.length) } });
      await until(() => expect(ann.frames("answer").length).toBe(asked + 1));
      const page =
        ann
          .frames("answer")
          .at(-1)
          ?.page.map(({ body }) => body?.text) ?? [];
      expect(page).toEqual(stored.slice(-page.length).map(({ text }) => text));
      expect(await read(room, before - stored.length)).toEqual(stored.map(({ text }) => text));
      const sought = page.at(-1);
      if (sought !== undefined) expect(await find(ann, before, wordOf(sought))).toContain(sought);
      for (const words of page) {
        const pieces = linkify(words ?? "").map((piece) => (typeof piece === "string" ? piece : piece.href));
        expect(pieces.join("")).toBe(words);
        expect(pieces.every((piece) => piece.isWellFormed())).toBe(true);
      }
    }),
    { numRuns: FRAMES, endOnFailure: true },
  );
});
