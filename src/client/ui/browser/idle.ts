// Work that can wait until the browser has nothing better to do.

/** Calls `then` some time soon; Safari has no way to ask when. */
export function whenIdle(then: () => void): void {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(then);
  else setTimeout(then, 500);
}

/** Resolves some time soon. */
export function idle(): Promise<void> {
  return new Promise(whenIdle);
}
