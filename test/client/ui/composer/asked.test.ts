import { describe, expect, it } from "vitest";
import { askedBy } from "../../../../src/client/ui/composer/asked.ts";
import { openFence } from "../../../../src/client/ui/composer/fence.ts";
import { peopleLike } from "../../../../src/client/ui/composer/people-like.ts";

describe("what is completed where the caret stands", () => {
  it.each([
    ["hi @", "person", 3, ""],
    ["hi @Quiet Ot", "person", 3, "Quiet Ot"],
    ["你好@小", "person", 2, "小"],
    ["so :ta", "emoji", 3, "ta"],
    ["好:tada", "emoji", 1, "tada"],
    ["yes :+1", "emoji", 4, "+1"],
    ["看 :貓", "emoji", 2, "貓"],
    ["/", "command", 0, ""],
    ["/na", "command", 0, "na"],
    [`${"long ".repeat(50)}@an`, "person", 250, "an"],
  ])("%j: %s", (before, kind, from, query) => {
    expect(askedBy(before)).toEqual({ kind, from, query });
  });

  it.each([
    "",
    "ann@example",
    "at 10:30",
    "so :t",
    "時間:下午",
    "std::min",
    "smile :-D",
    "say /na",
    "/name Ann",
    "//x",
    "@ann\n",
    "```\n@an",
  ])("nothing in %j", (before) => {
    expect(askedBy(before)).toBeUndefined();
  });
});

describe("a fence of code", () => {
  it.each([
    ["```", "```"],
    ["so\n```ts\nconst a", "```ts"],
    ["~~~~\n~~~\n", "~~~~"],
    ["````\n```", "````"],
    ["```\na\n```\nb\n  ```js\n", "```js"],
  ])("is open in %j", (text, opener) => {
    expect(openFence(text)).toBe(opener);
  });

  it.each(["", "```\na\n```", "```code```", "a ``` b", "~~~\n~~~~\n", "    ```"])("is not open in %j", (text) => {
    expect(openFence(text)).toBeUndefined();
  });
});

describe("people whose names begin so", () => {
  const person = (member: string, name: string) => [member, { member, name, tag: member.slice(0, 4) }] as const;
  const people = new Map([
    person("m-ann", "Ann"),
    person("m-anna", "Anna Quist"),
    person("m-dan", "Dan"),
    person("m-quinn", "Quinn"),
    person("m-ming", "王小明"),
  ]);
  const like = (query: string, here: string[] = []) =>
    peopleLike(query, { people, here, me: "m-dan" }, 3).map(({ name }) => name);

  it("come in the order of how well they fit", () => {
    expect(like("an")).toEqual(["Ann", "Anna Quist"]);
    expect(like("qui")).toEqual(["Quinn", "Anna Quist"]);
    expect(like("小明")).toEqual(["王小明"]);
    expect(like("anna q")).toEqual(["Anna Quist"]);
    expect(like("x")).toEqual([]);
  });

  it("come first when they are here, and never are me", () => {
    expect(like("an", ["m-anna"])).toEqual(["Anna Quist", "Ann"]);
    expect(like("", ["m-quinn", "m-dan"])[0]).toBe("Quinn");
    expect(like("dan")).toEqual([]);
  });
});
