import { describe } from "vitest";
import type { OpenSocket } from "../../src/library/index.ts";
import { testLibrary } from "../library/suite.ts";
import { get, ORIGIN } from "./visitor.ts";

describe("the library inside workerd", () => {
  // A Worker opens sockets by fetch; this one to itself.
  const openSocket: OpenSocket = async (url, [subprotocol = ""], headers) => {
    const asked = { Upgrade: "websocket", "Sec-WebSocket-Protocol": subprotocol, ...headers };
    const { webSocket } = await get(new URL(url).pathname, asked);
    if (webSocket === null) throw new Error("no socket");
    webSocket.accept();
    return webSocket;
  };
  const fetch = (url: string, how: RequestInit) =>
    get(new URL(url).pathname + new URL(url).search, Object.fromEntries(new Headers(how.headers)), how);
  testLibrary(() => ORIGIN, { openSocket, fetch });
  describe("that offers its token as a browser does", () => {
    const offer: OpenSocket = (url, subprotocols, { Authorization, ...headers }) =>
      openSocket(url, [subprotocols.join(", ")], Authorization === undefined ? headers : {});
    testLibrary(() => ORIGIN, { openSocket: offer, fetch });
  });
  describe.each(["stream", "poll"] as const)("by %s", (transport) => testLibrary(() => ORIGIN, { fetch, transport }));
});
