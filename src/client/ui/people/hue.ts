// Colours from names: each room and each member has a hue of its own, the same for everybody who looks.

/** FNV-1a: a number that is spread evenly over what look like similar strings. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  // FNV leaves its low bits alike for short strings; one round of mixing spreads them.
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
}

/** A hue in degrees. */
export function hueOf(text: string): number {
  return hash(text) % 360;
}
