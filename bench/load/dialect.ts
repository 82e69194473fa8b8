// How each server is spoken to: which path is a room, what a client says first, how it sends, and what it owes.

export interface Dialect {
  /** The room's path, query included. */
  path(room: string): string;
  subprotocol?: string;
  /** What a client says once the socket is open, and again after a break: from the place where it stood. */
  hello(stood?: Place): string | undefined;
  /** Whether this frame says that the client is in; undefined where an open socket is all that is said. */
  welcome?(payload: string): Place | boolean;
  /** Messages as the frames that send them. */
  say(texts: string[]): string[];
  /** What a client sends after so many received bytes. `messages` is how many there are in the log by then. */
  credit?: { bytes: number; frame(messages: number): string };
}

/** Where a client of parlor.v1 stands in the log. */
export interface Place {
  epoch: string;
  cursor: number;
  last: string;
}

const lines = { hello: () => undefined, say: (texts: string[]) => texts };

export const article: Dialect = {
  ...lines,
  path: (room) => `/${room}`,
  welcome: (payload) => payload.startsWith("[Client "),
};
export const parlorText: Dialect = { ...article, path: (room) => `/r/${room}` };
export const partyserver: Dialect = { ...lines, path: (room) => `/parties/party/${room}` };
export const bare: Dialect = { ...lines, path: (room) => `/bare/${room}` };
export const batch: Dialect = { ...lines, path: (room) => `/batch/${room}` };

export const socketio: Dialect = {
  path: (room) => `/socket.io/?EIO=4&transport=websocket&room=${room}`,
  hello: () => "40",
  welcome: (payload) => payload.startsWith("40"),
  say: (texts) => texts.map((text) => `42${JSON.stringify(["message", text])}`),
};

let minted = 0;
/** An op id: unique, and as long as the client's own. */
function mint(): string {
  minted += 1;
  return `${Date.now().toString(36)}${String(minted).padStart(8, "0")}`;
}

export const parlor: Dialect = {
  path: (room) => `/r/${room}`,
  subprotocol: "parlor.v1",
  hello: (stood) => JSON.stringify({ type: "hello", credit: true, ...stood }),
  welcome(payload) {
    const frame = JSON.parse(payload);
    return frame.type === "welcome" && { epoch: frame.epoch, cursor: frame.head, last: frame.last };
  },
  // As the shipped outbox does: what is to be sent at one time goes in one frame.
  say: (texts) => [
    JSON.stringify({ type: "ops", ops: texts.map((text) => ({ id: mint(), kind: "send", body: { text } })) }),
  ],
  credit: { bytes: 64 * 1024, frame: (messages) => JSON.stringify({ type: "got", seq: messages }) },
};
