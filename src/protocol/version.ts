// Which protocol this is: the WebSocket subprotocols of a room, and the rule for picking one of those offered.

/** The JSON protocol of PROTOCOL.md. A change of the schemas that old clients can't meet is a new name here. */
export const PARLOR = "parlor.v1";
/** The plain-text door, by the name that the article's handshake uses. */
export const CHAT = "chat";

/** Offered beside one of them, with a token after it, by programs that can't send it as a header. Never picked. */
export const BEARER = "parlor.bearer.";

export type Codec = "parlor" | "text";

export type Pick =
  | { codec: Codec; subprotocol: typeof PARLOR | typeof CHAT | undefined }
  /** Offered `parlor.*`, but no version that we speak: told so over the socket, for browsers can't see an HTTP status. */
  | { unsupported: string }
  /** Offered only names that we don't know: a clear HTTP 400. */
  | { unknown: string[] };

/** Picks the door for the subprotocols offered, whatever their order. Nothing offered is the text door. */
export function pickSubprotocol(all: string[]): Pick {
  const offered = all.filter((name) => !name.startsWith(BEARER));
  if (offered.includes(PARLOR)) return { codec: "parlor", subprotocol: PARLOR };
  const newer = offered.find((name) => name.startsWith("parlor."));
  if (newer !== undefined) return { unsupported: newer };
  if (offered.includes(CHAT)) return { codec: "text", subprotocol: CHAT };
  if (offered.length === 0) return { codec: "text", subprotocol: undefined };
  return { unknown: offered };
}
