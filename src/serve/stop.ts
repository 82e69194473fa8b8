// What ends serve: a signal, and then nothing but our own tidying up.
const stop = new AbortController();

/**
 * Takes the signals that mean stop for ourselves, from whoever listens. To be called again after Miniflare was made: it
 * ends the process on a signal by itself, with 143 and before workerd is gone (5.20261102).
 */
export function takeSignals(): AbortSignal {
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.removeAllListeners(name);
    process.on(name, () => stop.abort());
  }
  return stop.signal;
}
