// Looking for words in what was said: back from a place in the log, some way at a time.
import type { Message } from "../protocol/event.ts";
import { PAGE_BYTES, PAGE_MESSAGES, SEARCH_HITS, SEARCH_MESSAGES } from "../protocol/limits.ts";
import { holds, termsOf } from "../protocol/search.ts";
import type { Search } from "../protocol/up.ts";
import { utf8Bytes } from "../protocol/utf8.ts";
import type { Log } from "./log.ts";
import { readPage } from "./pages.ts";

export interface Found {
  /** The messages that hold all the words, as they are now, oldest first. */
  hits: Message[];
  /** The seq of the oldest message that was looked at: a search goes on before it. */
  reached: number;
  /** There are older messages. */
  more: boolean;
}

/**
 * Looks through the messages before a seq, latest first: SEARCH_MESSAGES at most, and no further than a page in which the
 * hits came to SEARCH_HITS or about PAGE_BYTES. There is no index, for every message would pay for it with more rows.
 */
export function search(log: Log, { words, before = log.head + 1 }: Search): Found {
  const terms = termsOf(words);
  const found: Found = { hits: [], reached: before, more: true };
  let looked = 0;
  let bytes = 0;
  while (found.more && looked < SEARCH_MESSAGES && found.hits.length < SEARCH_HITS && bytes < PAGE_BYTES) {
    const { page, more } = readPage(log, { before: found.reached, limit: PAGE_MESSAGES });
    const hits = page.filter(({ body }) => body !== null && holds(body.text, terms));
    found.hits.unshift(...hits);
    found.reached = page[0]?.seq ?? found.reached;
    found.more = more;
    looked += page.length;
    bytes += utf8Bytes(JSON.stringify(hits));
  }
  return found;
}
