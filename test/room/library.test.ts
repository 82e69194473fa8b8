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
});
