// Socket.IO's chat: each message to everybody in the room, as its guide has it, with its defaults.
import { createServer } from "node:http";
import { Server } from "socket.io";
import { announce, port } from "./ready.ts";

const server = createServer();
const io = new Server(server);

io.on("connection", (socket) => {
  const room = String(socket.handshake.query.room);
  socket.join(room);
  socket.on("message", (text: string) => io.to(room).emit("message", text));
});

server.listen(port(), "127.0.0.1", () => announce(server));
