// What the client core needs of the world around it. A browser has one (browser.ts), a simulated world another.

/** One socket. Sending on one that is not open any more does nothing. */
export interface Socket {
  send(text: string): void;
  close(): void;
}

/** What happens on one socket, in this order; `closed` comes also when it could not be opened. */
export interface SocketEvents {
  opened(): void;
  received(data: unknown): void;
  closed(): void;
}

export interface Platform {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls `then` once after `ms` milliseconds, unless the returned function is called before. */
  after(ms: number, then: () => void): () => void;
  /** Evenly distributed over [0, 1). */
  random(): number;
  /** An id for an op: ≥ 96 random bits in base64url. */
  mintId(): string;
  /** Opens a socket. Must not call `events` before it has returned. */
  openSocket(url: string, subprotocol: string, events: SocketEvents): Socket;
  /** Calls `hint` whenever trying now is worth it: the network is back, the tab is seen. Returns how to stop that. */
  onHint(hint: () => void): () => void;
}
