// How long a text is on the wire.
const utf8 = new TextEncoder();

/** Bytes of UTF-8: three for most Chinese characters, where `length` says one. */
export function utf8Bytes(text: string): number {
  return utf8.encode(text).length;
}
