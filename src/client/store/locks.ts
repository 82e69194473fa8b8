// Locks that a tab holds for as long as it lives: a browser frees them when it dies, however it dies.

export interface Locks {
  /** Whether a free lock tells that its holder is dead. */
  readonly tell: boolean;
  /** Takes the lock until `close`. Says whether it could; with `wait`, it could when its holder has let go. */
  take(name: string, wait: boolean): Promise<boolean>;
  /** Lets go of all, and waits for no more. */
  close(): void;
}

/**
 * Without Web Locks (plain http on a LAN) nobody knows who lives, so whatever is found at load is adopted. A tab that lives
 * after all goes on sending the same ops; their ids are the same too, and the room takes each once.
 */
export function noLocks(): Locks {
  return { tell: false, take: async () => true, close() {} };
}
