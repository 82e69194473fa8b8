// The article's chat server, Express and ws: a greeting to each, every line to all. It has one room; here each path is
// one, so that it can take part where many rooms are compared.
import { createServer } from "node:http";
import express from "express";
import { WebSocket, WebSocketServer } from "ws";
import { announce, port } from "./ready.ts";

const server = createServer(express());
const sockets = new WebSocketServer({ server });
const rooms = new Map<string, Set<WebSocket>>();

sockets.on("connection", (socket, request) => {
  const id = request.headers["sec-websocket-key"]?.slice(0, 8);
  const path = request.url ?? "/";
  const clients = rooms.get(path) ?? new Set();
  rooms.set(path, clients.add(socket));
  socket.send(`[Client ${id} is connected!]`);
  socket.on("message", (text) => {
    for (const client of clients) if (client.readyState === WebSocket.OPEN) client.send(`${id}: ${text}`);
  });
  socket.on("close", () => clients.delete(socket));
});

server.listen(port(), "127.0.0.1", () => announce(server));
