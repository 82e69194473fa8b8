import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { placeAfter } from "../../src/terminal/rows.ts";
import { createScreen } from "../../src/terminal/screen.ts";
import { openTerminal } from "../support/terminal.ts";

beforeEach(() => {
  for (const name of ["FORCE_COLOR", "NO_COLOR", "NODE_DISABLE_COLORS", "TMUX", "CI"]) vi.stubEnv(name, undefined);
  vi.stubEnv("TERM", "xterm-256color");
});
afterEach(() => void vi.unstubAllEnvs());

/** Ann at a terminal of so many columns. */
function ann(columns = 40) {
  const sent: string[] = [];
  const terminal = openTerminal(columns);
  let ended = false;
  const screen = createScreen(
    {
      line: (text) => void sent.push(text),
      ended: () => {
        ended = true;
      },
    },
    terminal,
  );
  return { ...screen, ...terminal, sent, ended: () => ended };
}

const bo = { member: "bo", name: "Bo", tag: "k3f9" };
let seq = 0;
const says = (text: string) =>
  ({ seq: ++seq, id: `id-${seq}`, by: "bo", at: 0, kind: "send", body: { text } }) as const;

/** So many letters, each as wide, that a row and two of a terminal are all but full, just full, or a little more. */
const aroundFull = (columns: number, width: number) =>
  [1, 2].flatMap((rows) => [-1, 0, 1, 2].map((more) => Math.floor((rows * columns - 2) / width) + more));

const UP = "\x1B[A";
const LEFT = "\x1B[D";
const ENTER = "\r";
const CTRL_C = "\x03";

describe("what ann is writing", () => {
  it("stays under what comes in, and her cursor where it was", async () => {
    const { types, message, rows, cursor, presses, sent } = ann();
    await types("half a lin");
    message(says("hello"), bo);
    message(says("in\ntwo lines"), bo);
    expect(rows()).toEqual([
      expect.stringMatching(/^\d\d:\d\d Bo#k3f9: hello$/),
      expect.stringMatching(/^\d\d:\d\d Bo#k3f9: in$/),
      "      two lines",
      "› half a lin",
    ]);
    expect(cursor()).toEqual({ row: 3, column: 12 });
    await types("e");
    for (let n = 0; n < 4; n++) await presses(LEFT);
    message(says("well?"), bo);
    expect(cursor()).toEqual({ row: 4, column: 9 });
    await types("the ");
    expect(rows().at(-1)).toBe("› half a the line");
    await presses(ENTER);
    expect(sent).toEqual(["half a the line"]);
    expect(rows().at(-1)).toBe("›");
  });

  // Of 21 columns one is left that no Chinese fits in.
  it.each([20, 21])(
    "takes its rows, in Latin and in Chinese, and no row of what was said, on %i columns",
    async (columns) => {
      for (const letter of ["x", "茶", "👍"]) {
        for (let length = 1; length <= 33; length++) {
          const { types, message, show, rows, sent, presses } = ann(columns);
          const text = letter.repeat(length);
          show("[1]");
          await types(text);
          message(says("hi"), bo);
          message(says("ho"), bo);
          const talk = [expect.stringMatching(/Bo#k3f9: hi$/), expect.stringMatching(/Bo#k3f9: ho$/)];
          const seen = rows();
          expect(seen.slice(0, 3), `${length} ${letter}`).toEqual(["[1]", ...talk]);
          expect(seen.slice(3).join(""), `${length} ${letter}`).toBe(`› ${text}`);
          await presses(ENTER);
          expect(rows()).toEqual(["[1]", ...talk, "›"]);
          expect(sent).toEqual([text]);
        }
      }
    },
  );

  it("takes no row of what was said where a letter is made of several", async () => {
    const { types, message, rows, presses, sent } = ann(40);
    await types("👍🏽".repeat(15));
    for (const text of ["hi", "ho"]) message(says(text), bo);
    await presses(LEFT);
    message(says("he"), bo);
    const talk = ["hi", "ho", "he"].map((text) => expect.stringMatching(`: ${text}$`));
    expect(rows()).toEqual([...talk, `› ${"👍🏽".repeat(15)}`]);
    await presses(ENTER);
    expect(rows()).toEqual([...talk, "›"]);
    expect(sent).toEqual(["👍🏽".repeat(15)]);
  });

  it("is drawn anew on a narrower terminal and a wider one, and stays under what comes in", async () => {
    const { types, message, rows, resizes, presses, sent } = ann(40);
    await types("茶".repeat(15));
    await resizes(21);
    message(says("hi"), bo);
    expect(rows()).toEqual([expect.stringMatching(/hi$/), `› ${"茶".repeat(9)}`, "茶".repeat(6)]);
    await resizes(40);
    message(says("ho"), bo);
    expect(rows()).toEqual([expect.stringMatching(/hi$/), expect.stringMatching(/ho$/), `› ${"茶".repeat(15)}`]);
    await presses(ENTER);
    expect(rows().slice(2)).toEqual(["›"]);
    expect(sent).toEqual(["茶".repeat(15)]);
  });

  it("is what she sent before, by ↑", async () => {
    const { types, presses, rows, sent } = ann();
    await types(`first${ENTER}一壺茶${ENTER}`);
    await presses(UP);
    expect(rows()).toEqual(["› 一壺茶"]);
    await presses(UP);
    await types(" again");
    await presses(ENTER);
    expect(sent).toEqual(["first", "一壺茶", "first again"]);
  });

  it("goes by Ctrl-C, and then she does", async () => {
    const { types, pastes, presses, rows, ended, sent, raw } = ann();
    await types("no");
    await presses(CTRL_C);
    await pastes("one\ntwo\nthree");
    await presses(CTRL_C);
    expect([rows(), ended()]).toEqual([["›"], false]);
    await types(`yes${ENTER}`);
    await presses(CTRL_C);
    expect([sent, ended()]).toEqual([["yes"], true]);
    expect(raw()).toMatch(/\[\?2004h.*\[\?2004l$/s);
  });
});

describe("what ann pastes", () => {
  it("goes as one message, with what she writes after it, when she says so", async () => {
    const { pastes, types, message, rows, presses, sent } = ann();
    await pastes("if (tea) {\n\tpour();\n}");
    await types(" // 茶");
    expect(sent).toEqual([]);
    message(says("hi"), bo);
    expect(rows()).toEqual([expect.stringMatching(/hi$/), "› if (tea) {", "        pour();", "  } // 茶"]);
    await presses(ENTER);
    expect(sent).toEqual(["if (tea) {\n\tpour();\n} // 茶"]);
    expect(rows().slice(1)).toEqual(["›"]);
  });

  it.each([20, 21])("takes its rows, however long its lines are, on %i columns", async (columns) => {
    for (const letter of ["x", "茶"]) {
      for (const length of aroundFull(columns, letter === "x" ? 1 : 2)) {
        const { pastes, message, show, rows, sent, presses } = ann(columns);
        const line = letter.repeat(length);
        show("[1]");
        await pastes(`${line}\n\n${line}`);
        message(says("hi"), bo);
        expect(rows().slice(0, 2)).toEqual(["[1]", expect.stringMatching(/hi$/)]);
        expect(rows().slice(2).join("").replaceAll(" ", "")).toBe(`›${line}${line}`);
        await presses(ENTER);
        expect(rows()).toEqual(["[1]", expect.stringMatching(/hi$/), "›"]);
        expect(sent).toEqual([`${line}\n\n${line}`]);
      }
    }
  });

  it("goes line by line where the terminal does not tell of it, all of it and in order", async () => {
    const { input, rows, sent, types } = ann();
    input.write("one\rtwo\r三");
    await types("");
    expect([sent, rows()]).toEqual([["one", "two"], ["› 三"]]);
  });
});

describe("colours", () => {
  it("are shown on a terminal", () => {
    const { message, show, raw } = ann();
    message(says("hi"), bo);
    show("[Connected.]");
    expect(raw()).toMatch(/\[1m.\[3\dmBo./);
    expect(raw()).toContain("\x1B[2m[Connected.]");
  });

  it("are none where NO_COLOR is set", () => {
    vi.stubEnv("NO_COLOR", "1");
    const { message, raw } = ann();
    message(says("hi"), bo);
    expect(raw()).toContain("Bo#k3f9: hi");
    expect(raw()).not.toMatch(/\[\d+m/);
  });

  it("are none in a pipe, and nor is a prompt", async () => {
    const { input, output, raw } = openTerminal(40);
    const sent: string[] = [];
    const pipe = { input, output: Object.assign(output, { isTTY: false }) };
    const { message, show } = createScreen({ line: (text) => void sent.push(text), ended: () => {} }, pipe);
    message(says("hi"), bo);
    show("[Connected.]");
    input.end("one\ntwo\n");
    await vi.waitFor(() => expect(sent).toEqual(["one", "two"]));
    expect(raw()).toMatch(/^\d\d:\d\d Bo#k3f9: hi\n\[Connected\.\]\n$/);
  });
});

it.each([
  ["", 0, 0],
  ["abc", 0, 3],
  ["0123456789", 1, 0],
  ["一二三四五", 1, 0],
  ["x一二三四五", 1, 2],
  ["👨‍👩‍👧👍🏽❤️🇹🇼é", 0, 9],
  ["\ta\tb", 1, 0],
])("after %j the cursor is in row %i, column %i of ten", (text, row, column) => {
  expect(placeAfter(text, 10)).toEqual({ row, column });
});
