// What a server puts on the wire, built here byte by byte, so that the bench's own writing and reading can't agree on a
// fault: unmasked frames, in whichever of the three forms their length asks for.

const FINAL = 0x80;
const TEXT = 1;

/** A whole frame, of text where nothing else is said. */
export function serverFrame(text: string, opcode = TEXT): Buffer {
  const payload = Buffer.from(text);
  const { length } = payload;
  const head = [FINAL | opcode];
  if (length < 126) head.push(length);
  else if (length < 65536) head.push(126, length >> 8, length & 0xff);
  else head.push(127, 0, 0, 0, 0, length >>> 24, (length >> 16) & 0xff, (length >> 8) & 0xff, length & 0xff);
  return Buffer.concat([Buffer.from(head), payload]);
}
