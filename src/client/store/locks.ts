// Locks that a tab holds for as long as it lives: a browser frees them when it dies, however it dies.

export interface Locks {
  /** Whether a free lock tells that its holder is dead. */
  readonly tell: boolean;
  /** Takes the lock until `close`. Says whether it could; with `wait`, it could when its holder has let go. */
  take(name: string, wait: boolean): Promise<boolean>;
  /** Lets go of all, and waits for no more. */
  close(): void;
}

/** Over the Web Locks API. */
export function webLocks(manager: LockManager): Locks {
  const life = Promise.withResolvers<void>();
  const closing = new AbortController();
  return {
    tell: true,
    take(name, wait) {
      return new Promise((resolve) => {
        const got = (lock: Lock | null) => {
          resolve(lock !== null);
          return lock === null ? undefined : life.promise;
        };
        const how = wait ? { signal: closing.signal } : { ifAvailable: true };
        // Rejects when closed while waiting, and where a page may have no locks.
        manager.request(`parlor/${name}`, how, got).catch(() => resolve(false));
      });
    },
    close() {
      closing.abort();
      life.resolve();
    },
  };
}

/**
 * Without Web Locks (plain http on a LAN) nobody knows who lives, so whatever is found at load is adopted. A tab that lives
 * after all goes on sending the same ops; their ids are the same too, and the room takes each once.
 */
export function noLocks(): Locks {
  return { tell: false, take: async () => true, close() {} };
}
