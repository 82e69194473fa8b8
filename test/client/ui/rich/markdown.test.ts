import { describe, expect, it } from "vitest";
import { outline } from "./outline.ts";

const p = (inside: string) => `<p>${inside}</p>`;

describe("What Ann writes in Markdown", () => {
  it.each([
    [
      "some **bold**, *slanted*, __bold__ and _slanted_ words",
      "some <strong>bold</strong>, <em>slanted</em>, <strong>bold</strong> and <em>slanted</em> words",
    ],
    ["***both***, ~~gone~~", "<em><strong>both</strong></em>, <del>gone</del>"],
    ["`a *b* <c>` and ``x ` y``", "<code>a *b* ‹c></code> and <code>x ` y</code>"],
    ["one  two\n   three", "one  two\n   three"],
    ["a `b\n  c` d", "a <code>b\n  c</code> d"],
    ["\\*as typed\\*, 1\\. too", "*as typed*, 1. too"],
    ["<b>x</b> &lt; &#42;", "‹b>x‹/b> &lt; &#42;"],
  ])("in a line: %j", (text, drawn) => {
    expect(outline(text)).toBe(p(drawn));
  });

  it.each([
    ["a\n\nb", "<p>a</p><p>b</p>"],
    ["a\n\n\n\nb", "<p>a</p><p>\n\n</p><p>b</p>"],
    ["# Big\nwords", '<p class="heading h1">Big</p><p>words</p>'],
    ["> said\n> > before", "<blockquote><p>said</p><blockquote><p>before</p></blockquote></blockquote>"],
    ["- a\n  - b\n- c", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"],
    [
      "- [x] done\n- [ ] open",
      '<ul><li class="task"><input type="checkbox" checked>done</li><li class="task"><input type="checkbox">open</li></ul>',
    ],
    ["1. a\n1. b", '<ol start="1"><li>a</li><li>b</li></ol>'],
    ["3) a\n5) b", '<ol start="3" class="paren"><li value="3">a</li><li value="5">b</li></ol>'],
    ["a\n***\nb", "<p>a</p><hr><p>b</p>"],
    ["a\n===\nb", "<p>a\n===\nb</p>"],
    ["    four spaces", "<p>    four spaces</p>"],
    ["[a]: https://a.tw\n[a]", '<p>[a]: <a href="https://a.tw">https://a.tw</a>\n[a]</p>'],
  ])("on lines of its own: %j", (text, drawn) => {
    expect(outline(text)).toBe(drawn);
  });

  it("a table keeps its alignment; one with a cell too many stays as typed", () => {
    expect(outline("| a | b |\n|:-:|--:|\n| *1* | `x\\|y` |")).toBe(
      '<div class="table"><table><thead><tr><th class="center">a</th><th class="right">b</th></tr></thead>' +
        '<tbody><tr><td class="center"><em>1</em></td><td class="right"><code>x|y</code></td></tr></tbody></table></div>',
    );
    expect(outline("a | b\n-|-\n1|2|3")).toBe(p("a | b\n-|-\n1|2|3"));
  });

  it.each([
    ["```ts\nlet a;\n\n\tb()\n```", '<code-block text="let a;\n\n\tb()" lang="ts">'],
    ["~~~\n```\n~~~", '<code-block text="```">'],
    ["```\nnever closed\n", '<code-block text="never closed">'],
    ["```js\nclosed(beside)```", '<code-block text="closed(beside)" lang="js">'],
    ["```const a = 1;\nb```", '<code-block text="const a = 1;\nb">'],
    ["```a\nb``` and on", p("<code>a\nb</code> and on")],
    ["```\na\n\n```", '<code-block text="a\n">'],
    ["````\n```\n````", '<code-block text="```">'],
    ["```", p("```")],
  ])("code: %j", (text, drawn) => {
    expect(outline(text)).toBe(drawn);
  });

  it.each([
    ["the $x^2*y*$ of *it*", p('the <maths tex="x^2*y*" raw="$x^2*y*$"> of <em>it</em>')],
    ["公式$a_1$和$$b_2$$", p('公式<maths tex="a_1" raw="$a_1$">和<maths tex="b_2" raw="$$b_2$$" display>')],
    ["so\n$$\na\n+ b\n$$\nthus", '<p>so</p><maths tex="a\n+ b" raw="$$\na\n+ b\n$$\n" display><p>thus</p>'],
    ["```math\n\\frac12\n```", '<maths tex="\\frac12" raw="```math\n\\frac12\n```" display>'],
    ["*a $b*c$ d*", p('<em>a <maths tex="b*c" raw="$b*c$"> d</em>')],
    ["\\$x$ `$y$`", p("$x$ <code>$y$</code>")],
  ])("maths: %j", (text, drawn) => {
    expect(outline(text)).toBe(drawn);
  });

  it.each([
    "costs $5 and $6, US$7,A$8, $9-$10",
    "$HOME/$USER $" + "{a}-$" + "{b} $AAPL和$TSLA",
    "2*3*4 = 24, 2**10 and 2**20",
    "snake_case_name, 3 * 4 * 5, *.js,*.ts",
    "^_^ and ^_^, (*^_^*) (*^_^*), ¯\\_(ツ)_/¯",
    ">_< no",
    "#1 #tag",
    "-",
    "1.5 - 2",
    "\\\\server\\share",
    "**a*",
    "謝謝~~晚安~~",
    "好~我知道~",
  ])("what is no Markdown stays as it was typed: %j", (text) => {
    expect(outline(text)).toBe(p(text.replaceAll("<", "‹")));
  });
});

describe("Marks beside Chinese punctuation", () => {
  it.each([
    ["**「重點」**說明", "<strong>「重點」</strong>說明"],
    ["說明**「重點」**說明", "說明<strong>「重點」</strong>說明"],
    ["**重點。**接著", "<strong>重點。</strong>接著"],
    ["*「x」*y", "<em>「x」</em>y"],
    ["~~刪。~~字", "<del>刪。</del>字"],
    ["我~~不~~喜歡", "我<del>不</del>喜歡"],
    ["**Foo (bar)**說明", "<strong>Foo (bar)</strong>說明"],
    ['說明**"重點"**，', '說明<strong>"重點"</strong>，'],
    ["**“好”**然後*《書》*", "<strong>“好”</strong>然後<em>《書》</em>"],
    ["**A**、**B**和**C**。", "<strong>A</strong>、<strong>B</strong>和<strong>C</strong>。"],
    ["これは**「太字」**です", "これは<strong>「太字」</strong>です"],
    ["**한국어(韓)**를", "<strong>한국어(韓)</strong>를"],
  ])("%s", (text, drawn) => {
    expect(outline(text)).toBe(p(drawn));
  });
});
