// The token that a program sends instead of a cookie: as a bearer's, or, where one can't set headers, among the subprotocols.
import { BEARER } from "../protocol/version.ts";

/** The token of a request, as it came; nothing where there is none. */
export function tokenOf(request: Request): string | undefined {
  const said = request.headers.get("Authorization");
  // Basic carries a passcode; whoever comes with anything else means to be somebody by it.
  if (said !== null && !/^Basic /i.test(said)) return said.replace(/^Bearer +/i, "");
  return offered(request)
    .find((name) => name.startsWith(BEARER))
    ?.slice(BEARER.length);
}

/** The subprotocols that a request for a socket offers. */
export function offered(request: Request): string[] {
  const names = (request.headers.get("Sec-WebSocket-Protocol") ?? "").split(",").map((name) => name.trim());
  return names.filter((name) => name !== "");
}
