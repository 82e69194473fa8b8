import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { DownFrame } from "../../src/protocol/down.ts";
import { Op } from "../../src/protocol/op.ts";
import { UpFrame } from "../../src/protocol/up.ts";
import { CHAT, PARLOR, pickSubprotocol } from "../../src/protocol/version.ts";

// The schemas of each version of the protocol, hashed. Where this fails, the wire has changed: decide whether an old
// client and an old room can live with it. If they can, write the new hash here; if not, it is `parlor.v2`.
const SCHEMAS: Record<string, string> = {
  "parlor.v1": "1992552b584078e4",
};

/** A schema as plain data: its own fields, functions left out, regular expressions and bounds as text. */
function plain(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(plain);
  if (schema instanceof RegExp || typeof schema === "bigint") return String(schema);
  if (typeof schema !== "object" || schema === null) return schema;
  const entries = Object.entries(schema).filter(([key, value]) => typeof value !== "function" && !key.startsWith("~"));
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => [key, plain(value)]));
}

function hash(schemas: unknown): string {
  return createHash("sha256")
    .update(JSON.stringify(plain(schemas)))
    .digest("hex")
    .slice(0, 16);
}

describe("the protocol's version", () => {
  it("stands for exactly these schemas", () => {
    expect(hash([UpFrame, Op, DownFrame])).toBe(SCHEMAS[PARLOR]);
  });

  it("changes with the smallest change of a schema: the test above can fail", () => {
    const [first, ...rest] = UpFrame.options;
    const entries = { ...first.entries, colour: first.entries.name };
    expect(hash([{ ...UpFrame, options: [{ ...first, entries }, ...rest] }, Op, DownFrame])).not.toBe(SCHEMAS[PARLOR]);
  });

  it.each([
    [[], { codec: "text", subprotocol: undefined }],
    [[CHAT, "superchat"], { codec: "text", subprotocol: CHAT }],
    [["superchat", CHAT], { codec: "text", subprotocol: CHAT }],
    [["foo", CHAT, PARLOR], { codec: "parlor", subprotocol: PARLOR }],
    [["parlor.v9", PARLOR], { codec: "parlor", subprotocol: PARLOR }],
    [["parlor.v9", CHAT], { unsupported: "parlor.v9" }],
    [["superchat"], { unknown: ["superchat"] }],
    // A token is no protocol.
    [["parlor.bearer.parlor_bot_x", PARLOR], { codec: "parlor", subprotocol: PARLOR }],
    [["parlor.bearer.parlor_bot_x"], { codec: "text", subprotocol: undefined }],
  ])("of those offered in %j the right one is picked", (offered, picked) => {
    expect(pickSubprotocol(offered)).toEqual(picked);
  });
});
