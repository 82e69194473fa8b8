// When to do what: work that can wait until the browser has nothing better to do, and work that is cut so that it can breathe.

/** Calls `then` when there is time for it, or in some seconds; Safari has no way to ask when. */
export function whenIdle(then: () => void): void {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(then, { timeout: 4_000 });
  else setTimeout(then, 500);
}

/** Resolves some time soon. */
export function idle(): Promise<void> {
  return new Promise(whenIdle);
}

/** Resolves when what is drawn now has been painted; in a tab that is not seen, once it is. */
export function painted(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

/** Cuts a long task in two: between them, the page hears its reader. Safari has only the slower way. */
export function breath(): Promise<void> {
  if ("scheduler" in globalThis && "yield" in scheduler) return scheduler.yield();
  return new Promise((resolve) => setTimeout(resolve));
}
