// The socket under a session, so that nothing that is done with it throws.
import type { Link } from "./session.ts";

/** The link over a hibernatable socket. `lastPing` is when the runtime last answered a ping of its, in ms, or null. */
export function linkTo(socket: WebSocket, lastPing: () => number | null): Link {
  return {
    send: (frame) => {
      // One closing socket must never stop a broadcast: a send after a close throws.
      if (socket.readyState === WebSocket.OPEN) attempt(() => socket.send(frame));
    },
    close: (code, reason) => close(socket, code, reason),
    keep: (memory) => attempt(() => socket.serializeAttachment(memory)),
    lastPing,
  };
}

/** Closes a socket, and has it forgotten by whoever wakes next. */
export function close(socket: WebSocket, code: number, reason: string): void {
  attempt(() => socket.serializeAttachment(null));
  attempt(() => socket.close(code, reason));
}

/** Does what may throw only because the socket is already gone. */
function attempt(work: () => void): void {
  try {
    work();
  } catch {
    // Its close or error event comes, and cleans up.
  }
}
