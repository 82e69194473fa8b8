import { describe, expect, it } from "vitest";
import { changeBy, type Key } from "../../../../src/client/ui/composer/marks.ts";

const plain: Key = { key: "", shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
const ctrl = (key: string): Key => ({ ...plain, key, ctrlKey: true });

/** Presses a key in a text where `[` and `]` stand around what is selected, and shows what is there then. */
function press(key: Key, shown: string, mac = false): string | undefined {
  const start = shown.indexOf("⟦");
  const end = shown.indexOf("⟧") - 1;
  const text = shown.replace(/[⟦⟧]/g, "");
  const change = changeBy(key, { text, start, end }, mac);
  if (change === undefined) return undefined;
  const { from, to, text: inserted, select = [inserted.length, inserted.length] } = change;
  const [a, b] = [from + select[0], from + select[1]];
  const now = text.slice(0, from) + inserted + text.slice(to);
  return `${now.slice(0, a)}⟦${now.slice(a, b)}⟧${now.slice(b)}`;
}

describe("Ann's Markdown by keys", () => {
  it("makes bold, italic, code and struck, and takes it away again", () => {
    const strike = { ...ctrl("X"), shiftKey: true };
    for (const [key, mark] of [
      [ctrl("b"), "**"],
      [ctrl("i"), "*"],
      [ctrl("e"), "`"],
      [strike, "~~"],
    ] as const) {
      const marked = `say ${mark}⟦hi⟧${mark} now`;
      expect(press(key, "say ⟦hi⟧ now")).toBe(marked);
      expect(press(key, marked)).toBe("say ⟦hi⟧ now");
      expect(press(key, "say ⟦⟧")).toBe(`say ${mark}⟦⟧${mark}`);
    }
  });

  it("tells bold from italic", () => {
    expect(press(ctrl("i"), "**⟦hi⟧**")).toBe("***⟦hi⟧***");
    expect(press(ctrl("b"), "***⟦hi⟧***")).toBe("*⟦hi⟧*");
    expect(press(ctrl("i"), "***⟦hi⟧***")).toBe("**⟦hi⟧**");
  });

  it("leaves spaces outside the marks", () => {
    expect(press(ctrl("b"), "say⟦ hi ⟧now")).toBe("say **⟦hi⟧** now");
  });

  it("fences lines of code, and quotes code that has quotes of its own", () => {
    expect(press(ctrl("e"), "see ⟦a\nb⟧ there")).toBe("see \n```\n⟦a\nb⟧\n```\n there");
    expect(press(ctrl("e"), "⟦a `b`⟧")).toBe("`` ⟦a `b`⟧ ``");
  });

  it("makes a link of words or of an address", () => {
    expect(press(ctrl("k"), "see ⟦this⟧")).toBe("see [this](⟦⟧)");
    expect(press(ctrl("k"), "see ⟦https://parlor.example/r/lobby⟧")).toBe("see [⟦⟧](https://parlor.example/r/lobby)");
    expect(press(ctrl("k"), "see ⟦⟧")).toBe("see [⟦⟧]()");
  });

  it("puts a mark that is typed around what is selected, and types it where nothing is", () => {
    expect(press({ ...plain, key: "*" }, "say ⟦hi⟧")).toBe("say *⟦hi⟧*");
    expect(press({ ...plain, key: "_", shiftKey: true }, "say ⟦hi⟧")).toBe("say _⟦hi⟧_");
    expect(press({ ...plain, key: "*" }, "say ⟦⟧")).toBeUndefined();
    expect(press({ ...plain, key: "a" }, "say ⟦hi⟧")).toBeUndefined();
  });

  it("takes the command key on a Mac, where Ctrl moves the caret, and no AltGr", () => {
    const command = { ...plain, key: "b", metaKey: true };
    expect(press(command, "⟦hi⟧", true)).toBe("**⟦hi⟧**");
    expect(press(ctrl("b"), "⟦hi⟧", true)).toBeUndefined();
    expect(press(command, "⟦hi⟧")).toBeUndefined();
    expect(press({ ...ctrl("e"), altKey: true }, "⟦hi⟧")).toBeUndefined();
  });
});
