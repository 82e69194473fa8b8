// A push service for tests, as browsers' makers have them: it takes what is pushed only from who signs it (RFC 8292), and in its
// browsers one can read what that was.
import { createPublicKey, verify } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { buffer } from "node:stream/consumers";
import * as v from "valibot";
import { type PushBrowser, pushBrowser } from "./push-browser.ts";

const Claims = v.object({
  aud: v.string(),
  exp: v.number(),
  sub: v.pipe(v.string(), v.regex(/^(mailto:|https:\/\/)./)),
});

export interface Delivered {
  endpoint: string;
  headers: IncomingMessage["headers"];
  /** What the browser read. */
  what: unknown;
  /** The key that it was signed with. */
  key: string;
}

export interface PushService {
  /** All that was taken. */
  delivered: Delivered[];
  /** How often it was asked, whatever it answered. */
  asked: number;
  /** What it answers for now, instead of taking anything. */
  answers: number | undefined;
  /** A new browser's subscription. */
  subscription(): { endpoint: string; keys: PushBrowser["keys"] };
  close(): void;
}

/** Opens one on loopback. */
export async function openPushService(): Promise<PushService> {
  const browsers = new Map<string, PushBrowser>();
  const server = createServer(async (request, response) => {
    const { url = "", headers, method } = request;
    service.asked += 1;
    const body = await buffer(request);
    const browser = browsers.get(url);
    const [, key] = /^vapid t=\S+, k=(\S+)$/.exec(headers.authorization ?? "") ?? [];
    if (service.answers !== undefined) return response.writeHead(service.answers).end();
    if (method !== "POST" || browser === undefined) return response.writeHead(404).end();
    if (!isSigned(headers.authorization, origin) || headers["content-encoding"] !== "aes128gcm" || !headers.ttl)
      return response.writeHead(403).end();
    service.delivered.push({ endpoint: origin + url, headers, what: browser.read(body), key: key ?? "" });
    response.writeHead(201).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  const service: PushService = {
    delivered: [],
    asked: 0,
    answers: undefined,
    subscription() {
      const path = `/send/${browsers.size}`;
      const browser = pushBrowser();
      browsers.set(path, browser);
      return { endpoint: origin + path, keys: browser.keys };
    },
    close: () => void server.close().closeAllConnections(),
  };
  return service;
}

/** Whether a request for this origin is signed with the key that it names, by somebody who says who they are. */
function isSigned(authorization = "", origin: string): boolean {
  const [, head = "", claims = "", signature = "", key = ""] =
    /^vapid t=([\w-]+)\.([\w-]+)\.([\w-]+), k=([\w-]+)$/.exec(authorization) ?? [];
  const point = Buffer.from(key, "base64url");
  const jwk = {
    ...{ kty: "EC", crv: "P-256" },
    x: point.subarray(1, 33).toString("base64url"),
    y: point.subarray(33).toString("base64url"),
  };
  const read = v.safeParse(Claims, JSON.parse(Buffer.from(claims, "base64url").toString() || "{}"));
  if (!read.success || point.length !== 65) return false;
  const { aud, exp } = read.output;
  const left = exp - Date.now() / 1000;
  const good = verify(
    "sha256",
    Buffer.from(`${head}.${claims}`),
    { key: createPublicKey({ key: jwk, format: "jwk" }), dsaEncoding: "ieee-p1363" },
    Buffer.from(signature, "base64url"),
  );
  // Rooms take every push service for one over TLS, as all are but this.
  return good && aud === origin.replace("http:", "https:") && left > 0 && left <= 24 * 3600;
}
