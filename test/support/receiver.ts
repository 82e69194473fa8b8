// Somebody to whom rooms post: a server of their own on this machine, which can be down, slow or odd.
import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { onTestFinished } from "vitest";

export interface Letter {
  id: string;
  seq: number;
  said: string;
  at: number;
  /** It is signed with the secret that this receiver was told. */
  signed: boolean;
}

export interface Receiver {
  url: string;
  /** All that came, whatever was answered. */
  letters: Letter[];
  /** What was taken, by its ids, in the order in which it came first. */
  taken(): string[];
  secret: string;
  close(): Promise<void>;
}

/** What it does with one that came: it says whether that was taken. */
export type Deed = (letter: Letter, response: ServerResponse, before: Letter[]) => Promise<boolean> | boolean;

export const takes: Deed = (_, response) => {
  response.writeHead(204).end();
  return true;
};

/** Opens one, on this port or a free one. It is closed with the test; a concurrent one says when that is. */
export async function receives(deed: Deed = takes, port = 0, finished = onTestFinished): Promise<Receiver> {
  const letters: Letter[] = [];
  const taken = new Map<string, string>();
  const receiver = { url: "", letters, secret: "", taken: () => [...taken.values()], close };
  async function hear(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    const [id = "", time = "", signature] = ["id", "timestamp", "signature"].map((name) =>
      String(request.headers[`webhook-${name}`]),
    );
    const key = Buffer.from(receiver.secret.slice("whsec_".length), "base64");
    const ours = createHmac("sha256", key).update(`${id}.${time}.${body}`).digest("base64");
    const { event } = JSON.parse(body).data;
    const before = [...letters];
    const letter = { id, seq: event.seq, said: event.body?.text, at: Date.now(), signed: signature === `v1,${ours}` };
    letters.push(letter);
    if (await deed(letter, response, before)) taken.set(id, letter.said);
  }
  const server = createServer((request, response) => void hear(request, response).catch(() => response.destroy()));
  async function close(): Promise<void> {
    server.closeAllConnections();
    if (server.listening) await new Promise((resolve) => server.close(resolve));
  }
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  finished(close);
  receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/in`;
  return receiver;
}
