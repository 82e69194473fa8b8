// The locks of a browser that has them: of secure contexts.
import type { Locks } from "./locks.ts";

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
