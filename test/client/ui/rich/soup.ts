// Texts that people would not write, but could: every mark of Markdown, in any order, with words and worse between them.
import fc from "fast-check";

const pieces = [
  ..."*_~`$[]()!#>-+|:\\<&\n \t.=".split(""),
  ...["**", "__", "~~", "```", "$$", "](", "![", "\n\n", "\n- ", "\n1. ", "\n2) ", "\n> ", "\n# ", "\n---\n", "    "],
  ...[
    "\n| a | b |\n|--|:-:|\n| c | d |\n",
    "- [x] ",
    "```js\n",
    "\n```\n",
    "[a](https://a.tw/b_c*d)",
    "https://a.tw/x_y",
  ],
  ...[
    "word",
    "A",
    "z9",
    "中文",
    "「",
    "」",
    "。",
    "，",
    "：",
    "👍🏽",
    "é",
    "שלום",
    "@ann",
    ":smile:",
    "$x^2$",
    "`c`",
    "\\*",
  ],
  ...[
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    "&lt;",
    "](javascript:alert(1))",
    "[x](data:text/html,y)",
  ],
];

/** Soup. */
export const soup = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(""));
