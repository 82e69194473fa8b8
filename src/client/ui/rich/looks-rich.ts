// Whether a text may hold more than plain words. In the first load, so that plain talk never fetches the parser: a few cheap
// patterns, which may say yes too often, never too seldom.

const SIGNS = [
  // Code, and code in a block that is never closed
  /`[^`]+`|^ {0,3}(?:```|~~~)/m,
  // Emphasis: the marks touch what is between them
  /\*[^\s*](?:[^*]*[^\s*])?\*|(?<![a-z0-9])_[^\s_](?:[^_]*[^\s_])?_|~~[^\s~][\s\S]*~~/i,
  // Headings, quotes, items
  /^ {0,3}(?:#{1,6}[ \t]+\S|>|(?:[-+*]|\d{1,9}[.)])[ \t]+\S)/m,
  // Rules, and the line under the head of a table
  /^(?=[^\n]*[-*_])[-*_ \t|:]{2,}$/m,
  /\]\(/,
  // Maths; money has a space or a digit on the wrong side
  /(?<![\w$\\])\$(?!\s)[^$\n]*[^\s$]\$(?![\w$({])|\$\$[\s\S]+\$\$/,
  // :shortcodes:, which the time of day is not
  /:(?:[+-]1|\d*[a-z][\w+-]*|100|1234):/i,
  // A backslash before a mark
  /\\[`*_~$[\]:#>|+.-]/,
];

/** Whether to draw this text with `Rich`. */
export function looksRich(text: string): boolean {
  return SIGNS.some((sign) => sign.test(text));
}
