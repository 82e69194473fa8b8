// B3: any text comes back as it was sent: live, from SQLite after sleep, and in the pieces that a screen draws.
import fc from "fast-check";
import { nanoid } from "nanoid";
import { expect, it } from "vitest";
import { linkify } from "../../src/client/ui/message/linkify.ts";
import { parseOp } from "../../src/protocol/op.ts";
import { enter, freshRoom, sleep, until } from "./visitor.ts";

const FRAME = 100;
const FRAMES = import.meta.env.MODE === "long" ? 2_000 : 40;
/** A new room after so many frames. */
const ROOM_FRAMES = 10;

const whole = fc.string({ unit: "binary", minLength: 1, maxLength: 40 });
const grapheme = fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 });
const odd = fc.constantFrom(
  "\u0000",
  "\u202e",
  "\ufeff",
  "\uffff",
  "👩‍👩‍👧‍👦",
  "e\u0301\u0301",
  "\u{10ffff}",
  "'",
  '"',
  "\\",
  "%",
  "\u2028",
);
const halved = fc.tuple(whole, fc.constantFrom("\ud83d", "\udc4d")).map(([text, half]) => `${text}${half}x`);
const text = fc.oneof(
  { weight: 6, arbitrary: whole },
  { weight: 3, arbitrary: grapheme },
  {
    weight: 2,
    arbitrary: fc.array(fc.oneof(odd, grapheme), { minLength: 1, maxLength: 12 }).map((all) => all.join("")),
  },
  { weight: 1, arbitrary: halved },
);
const frames = fc.array(text, { minLength: FRAME, maxLength: FRAME });

/** What the room takes of it, or its refusal. */
function taken(id: string, words: string): { text: string } | { code: string } {
  const op = parseOp({ id, kind: "send", body: { text: words } });
  if (!op.ok) return { code: op.refusal.code };
  return op.value.kind === "send" ? op.value.body : { code: "" };
}

it(`${FRAMES * FRAME} texts of all of Unicode are what they were`, { timeout: 900_000 }, async () => {
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
      for (const words of page) {
        const pieces = linkify(words ?? "").map((piece) => (typeof piece === "string" ? piece : piece.href));
        expect(pieces.join("")).toBe(words);
        expect(pieces.every((piece) => piece.isWellFormed())).toBe(true);
      }
    }),
    { numRuns: FRAMES, endOnFailure: true },
  );
});
