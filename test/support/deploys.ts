// A site of which a newer client can be put up: what a server of ours gives, under the names of another build.
import { createServer, type IncomingMessage } from "node:http";
import { connect, type Socket } from "node:net";

const PASSED = ["content-type", "cache-control", "content-security-policy", "set-cookie"];
/** What carries a hash in its name. */
const HASHED = /[\w-]+-[A-Z0-9]{8}\.js/g;

export interface Site {
  url: string;
  /** The next build is there from now on, and the files of those before. Returns what its scripts' names begin with. */
  deploy(): string;
  close(): Promise<void>;
}

/** Stands before the server at `origin`. */
export async function siteOf(origin: string): Promise<Site> {
  const sockets = new Set<Socket>();
  let newest = "";

  async function answer({ url = "", headers: { accept = "*/*", cookie = "" } }: IncomingMessage) {
    const [build] = /build\d+-/.exec(url) ?? [/-[A-Z0-9]{8}\./.test(url) ? "" : newest];
    const real = await fetch(origin + url.replace(build, ""), { headers: { accept, cookie } });
    const text = (await real.text()).replaceAll(HASHED, `${build}$&`);
    return {
      status: real.status,
      headers: PASSED.map((name) => [name, real.headers.get(name) ?? ""] as const),
      // Where a file has the version of its build, that is another one too.
      body: text.replace(/(["`])([0-9a-f]{12})\1/, `"$2${build}"`),
    };
  }

  const server = createServer((request, response) => {
    void answer(request).then(({ status, headers, body }) => {
      for (const [name, value] of headers) if (value !== "") response.setHeader(name, value);
      response.writeHead(status).end(body);
    });
  });
  server.on("upgrade", ({ url, rawHeaders }, near: Socket) => {
    const far = connect(Number(new URL(origin).port), "127.0.0.1");
    const headers = rawHeaders.map((each, index) => (index % 2 === 0 ? `${each}: ` : `${each}\r\n`)).join("");
    far.write(`GET ${url} HTTP/1.1\r\n${headers}\r\n`);
    near.pipe(far).pipe(near);
    for (const end of [near, far]) {
      sockets.add(end);
      end.on("error", () => {});
    }
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  let builds = 1;
  return {
    url: `http://localhost:${typeof address === "object" && address !== null ? address.port : 0}`,
    deploy() {
      builds += 1;
      newest = `build${builds}-`;
      return newest;
    },
    async close() {
      for (const each of sockets) each.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
