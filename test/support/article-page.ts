// A page like the article's, written from its description: three controls, plain text frames, no JSON, no subprotocol.
import { createServer, type Server } from "node:http";

const page = (room: string) => `<!doctype html>
<meta charset="utf-8">
<title>WebSocket</title>
<button id="connect">Connect</button>
<button id="disconnect">Disconnect</button>
<input id="text"><button id="send">Send</button>
<ul id="log"></ul>
<script>
  let ws;
  const print = (text) => {
    const line = document.createElement("li");
    line.textContent = text;
    document.querySelector("#log").append(line);
  };
  document.querySelector("#connect").onclick = () => {
    ws = new WebSocket(${JSON.stringify(room)});
    ws.onopen = () => console.log("open connection");
    ws.onclose = () => console.log("close connection");
    ws.onmessage = (event) => print(event.data);
  };
  document.querySelector("#disconnect").onclick = () => ws.close();
  document.querySelector("#send").onclick = () => ws.send(document.querySelector("#text").value);
</script>`;

/** Serves the page on a port of its own, as the article's reader does. Only the address of the room is ours. */
export async function serveArticle(room: string): Promise<{ url: string; server: Server }> {
  const server = createServer((_, answer) => answer.setHeader("Content-Type", "text/html").end(page(room)));
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/`, server };
}
