import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawn, elementsOf, outline, saidBy } from "./outline.ts";
import { soup } from "./soup.ts";

const to = (href: string, words = href) => `<a href="${href}">${words}</a>`;

describe("Links in Markdown", () => {
  it.each([
    ["[here](https://a.tw/x_y_z)", to("https://a.tw/x_y_z", "here")],
    ["[**b** `c`](http://a.tw)", to("http://a.tw", "<strong>b</strong> <code>c</code>")],
    ["[write](mailto:ann@a.tw)", to("mailto:ann@a.tw", "write")],
    ["[https://a.tw/1](https://a.tw/2)", to("https://a.tw/2", "https://a.tw/1")],
    ["![a cat](https://a.tw/cat.png)", to("https://a.tw/cat.png", "a cat")],
    ["![](https://a.tw/cat.png)", to("https://a.tw/cat.png")],
    ["[![a cat](https://b.tw/cat.png)](https://a.tw)", to("https://a.tw", "a cat")],
    ["https://a.tw/b_c_d*e*f~~g~~h *i*", `${to("https://a.tw/b_c_d*e*f~~g~~h")} <em>i</em>`],
    [
      "**https://a.tw/b_c**，_https://a.tw/_",
      `<strong>${to("https://a.tw/b_c")}</strong>，<em>${to("https://a.tw/")}</em>`,
    ],
    ["見https://a.tw/首頁。*好*", `見${to("https://a.tw/首頁")}。<em>好</em>`],
    ["<https://a.tw> `https://b.tw`", `‹${to("https://a.tw")}> <code>https://b.tw</code>`],
    ["www.a.tw ann@a.tw *x*", "www.a.tw ann@a.tw <em>x</em>"],
  ])("%s", (text, line) => {
    expect(outline(text)).toBe(`<p>${line}</p>`);
  });

  it.each([
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](\tjavascript:alert(1))",
    "[x](javascript&#58;alert(1))",
    "[x](data:text/html,y)",
    "![x](data:image/svg+xml,y)",
    "[x](vbscript:y)",
    "[x](file:///etc/passwd)",
    "[x](//evil.tw)",
    "[x](/r/lobby)",
    "[x](https:evil)",
    "<javascript:alert(1)>",
    "<img src=x onerror=alert(1)>",
    "<a href='javascript:alert(1)'>x</a>",
    "<svg/onload=alert(1)>",
  ])("%s is no link and no element", (text) => {
    expect(elementsOf(drawn(text)).map(({ tag }) => tag)).toEqual(["p"]);
    expect(saidBy(drawn(text))).toBe(text);
  });

  it("whose words are an address lead to that site, or are no links", () => {
    expect(outline("[https://bank.tw](https://evil.tw)")).toBe(
      `<p>[${to("https://bank.tw")}](${to("https://evil.tw")})</p>`,
    );
  });

  it("open apart, and tell nothing of this room", () => {
    for (const { props } of elementsOf(drawn("[a](https://a.tw) https://b.tw ![c](https://c.tw)")).slice(1)) {
      expect(props).toMatchObject({ target: "_blank", rel: "noopener noreferrer nofollow ugc" });
    }
  });
});

const TAGS = new Set(
  "p,strong,em,del,code,a,ul,ol,li,input,blockquote,hr,div,table,thead,tbody,tr,th,td,code-block,maths".split(","),
);
const PROPS = new Set(
  "dir,class,href,title,target,rel,type,disabled,checked,aria-label,start,value,scope,text,lang,tex,raw,display".split(
    ",",
  ),
);

describe("Whatever is typed", () => {
  it("makes no elements but ours, and no links but to the web and mailboxes", () => {
    fc.assert(
      fc.property(soup, (text) => {
        for (const { tag, props } of elementsOf(drawn(text))) {
          expect(TAGS).toContain(tag);
          for (const name of Object.keys(props)) expect(PROPS).toContain(name);
          if (tag === "a") expect(props.href).toMatch(/^(?:https?:\/\/|mailto:)/i);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("loses no letter, and keeps them in order", () => {
    const letters = (text: string) => [...text.replace(/[^\p{L}\p{So}]/gu, "")];
    fc.assert(
      fc.property(soup, (text) => {
        const said = letters(saidBy(drawn(text)));
        let read = 0;
        for (const letter of letters(text)) {
          read = said.indexOf(letter, read) + 1;
          expect(read).toBeGreaterThan(0);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
