// Bytes as text that fits an address and a header: base64 in its URL alphabet, without padding.

/** The text of these bytes. */
export function base64url(bytes: Uint8Array): string {
  const base64 = btoa(String.fromCharCode(...bytes));
  return base64.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
