import { describe } from "vitest";
import { testLibrary } from "../library/suite.ts";
import { get, ORIGIN } from "./visitor.ts";

describe("the library inside workerd", () => {
  // A Worker opens sockets by fetch; this one to itself.
  const openSocket = async (url: string, subprotocol: string, Cookie: string) => {
    const headers = { Upgrade: "websocket", "Sec-WebSocket-Protocol": subprotocol, Cookie };
    const { webSocket } = await get(new URL(url).pathname, headers);
    if (webSocket === null) throw new Error("no socket");
    webSocket.accept();
    return webSocket;
  };
  testLibrary(() => ORIGIN, { openSocket });
  const fetch = (url: string, how: RequestInit) =>
    get(new URL(url).pathname + new URL(url).search, Object.fromEntries(new Headers(how.headers)), how);
  describe.each(["stream", "poll"] as const)("by %s", (transport) => testLibrary(() => ORIGIN, { fetch, transport }));
});
