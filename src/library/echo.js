// A bot in twenty lines: says again what it hears. node echo.js https://your-chat.example/r/lobby
import { join } from "parlor";

const [address] = process.argv.slice(2);
const room = join(address, { name: "Echo" });

room.onMessage((message, author) => {
  const mine = message.by === room.state.you?.member;
  if (mine || author?.name === "Echo" || message.body === null) return;
  room.send(`${author?.name ?? "Somebody"} said: ${message.body.text}`, { replyTo: message.seq });
});

room.subscribe(() => {
  const { link } = room.state;
  if (link.is === "refused") {
    console.error(`The room says ${link.code}.`);
    process.exitCode = 1;
  }
});
