// Finds the web addresses in a text. Only http and https, and never more of the sentence than the address.

export type Piece = string | { href: string; at: number };

// A host in ASCII ends where Chinese begins ("https://a.tw很好"); one that starts in another script goes on in it.
// A path takes any letters, but no space, quote, bracket or punctuation of Chinese, Japanese and typography.
const ADDRESS =
  /https?:\/\/(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|(?![a-z0-9])[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?|\[[0-9a-f:.]+\])(?::\d{1,5})?(?:[/?#][^\s\p{C}<>"`\u2013-\u2026\u3000-\u303f\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]*)?/giu;

const CLOSERS: Record<string, string> = { ")": "(", "]": "[", "}": "{" };

/** The text in pieces: plain strings and addresses, in order; joined again they are the text. */
export function linkify(text: string): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const href = withoutTail(match[0]);
    if (!URL.canParse(href)) continue;
    if (match.index > done) pieces.push(text.slice(done, match.index));
    pieces.push({ href, at: match.index });
    done = match.index + href.length;
  }
  if (done < text.length) pieces.push(text.slice(done));
  return pieces;
}

/** Without the punctuation that ends the sentence rather than the address. A bracket stays if it was opened inside. */
function withoutTail(address: string): string {
  let end = address.length;
  for (; end > 0; end--) {
    const last = address.charAt(end - 1);
    const opener = CLOSERS[last];
    if (opener === undefined ? !".,;:!?'*_~".includes(last) : balanced(address.slice(0, end), opener, last)) break;
  }
  return address.slice(0, end);
}

function balanced(text: string, opener: string, closer: string): boolean {
  return text.split(opener).length >= text.split(closer).length;
}
