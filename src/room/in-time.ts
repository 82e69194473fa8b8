// Waiting for somebody's answer, but not for long, and without a timer that stays: the room could not sleep before it ends.

/** Asks with a signal that aborts after so many milliseconds. What `ask` gives or throws is given or thrown. */
export async function inTime<T>(ms: number, ask: (late: AbortSignal) => Promise<T>): Promise<T> {
  const late = new AbortController();
  const done = new AbortController();
  // Not AbortSignal.timeout: nothing could end that one early.
  scheduler.wait(ms, { signal: done.signal }).then(
    () => late.abort(),
    () => {},
  );
  try {
    return await ask(late.signal);
  } finally {
    done.abort();
  }
}
