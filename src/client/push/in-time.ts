// Waiting for what may never answer.

/** What `work` comes to; rejects where that takes longer than `ms` milliseconds. */
export async function inTime<T>(ms: number, work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(reject, ms);
  return Promise.race([work, promise]).finally(() => clearTimeout(timer));
}
