// PROTOCOL.md is the authority, and this executes it.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { DownFrame, parseDown } from "../../src/protocol/down.ts";
import { Op, parseOp } from "../../src/protocol/op.ts";
import { readPushed } from "../../src/protocol/pushed.ts";
import { isCode } from "../../src/protocol/refusal.ts";
import { remedyOf } from "../../src/protocol/remedy.ts";
import { sentences } from "../../src/protocol/sentence.ts";
import { meaning } from "../../src/protocol/status.ts";
import { parseUp, UpFrame } from "../../src/protocol/up.ts";

const text = readFileSync("PROTOCOL.md", "utf8");

function linesOf(side: "client" | "room"): string[] {
  const blocks = [...text.matchAll(/^```json (\w+)\n(.*?)^```$/gms)];
  return blocks.flatMap(([, of, lines = ""]) => (of === side ? lines.trim().split("\n") : []));
}

function parsed(line: string): unknown {
  const frame = parseUp(line);
  if (!frame.ok) return frame.refusal;
  if (frame.value.type !== "ops") return frame.value;
  return { ...frame.value, ops: frame.value.ops.map((op) => parseOp(op)).map((op) => (op.ok ? op.value : op.refusal)) };
}

const isObject = (value: unknown) => typeof value === "object" && value !== null && !Array.isArray(value);

describe("PROTOCOL.md", () => {
  it("shows a frame of every type, and an op of every kind", () => {
    const all = linesOf("client").concat(linesOf("room")).join("\n");
    const types = [...UpFrame.options, ...DownFrame.options].map((frame) => frame.entries.type.literal);
    const kinds = Op.options.map((op) => op.entries.kind.literal);
    for (const type of types) expect(all).toContain(`{"type":"${type}"`);
    for (const kind of kinds) expect(all).toContain(`"kind":"${kind}"`);
  });

  it.each(linesOf("client"))("says what the room reads: %s", (line) => {
    // An `ask` without a limit asks for 50.
    expect(parsed(line)).toEqual(JSON.parse(line.replace('"after":40}', '"after":40,"limit":50}')));
  });

  it.each(linesOf("room"))("says what a client reads: %s", (line) => {
    expect(parseDown(line)).toEqual(JSON.parse(line));
  });

  it.each(linesOf("room"))(
    "says what a client reads of a newer room too, with fields that it does not know: %s",
    (line) => {
      const newer = JSON.stringify(JSON.parse(line), (_, value) => (isObject(value) ? { ...value, novel: 1 } : value));
      expect(newer).toContain("novel");
      // What a mark brings with it stays, for whoever has words for it.
      const read = JSON.stringify(parseDown(newer), (name, value) => (name === "novel" ? undefined : value));
      expect(JSON.parse(read)).toEqual(JSON.parse(line));
    },
  );

  it("says what a browser is pushed, as its service worker reads it", () => {
    const [, line = ""] = /^```json push\n(.*)\n```$/m.exec(text) ?? [];
    expect(readPushed(line)).toEqual(JSON.parse(line));
  });

  it("has the table of refusals that the code has", () => {
    const rows = Object.keys(sentences).flatMap((code) => {
      if (!isCode(code)) return [];
      const { status, close } = meaning(code);
      return `| \`${code}\` | ${status} | ${close} | ${remedyOf(code)} | ${sentences[code]} |`;
    });
    const table = text
      .slice(text.indexOf("| code |"))
      .split("\n")
      .slice(2)
      .filter((line) => line.startsWith("|"));
    expect(table).toEqual(rows);
  });
});
