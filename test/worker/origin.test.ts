import { listDurableObjectIds } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import app from "../../src/worker/index.ts";
import { isForeign } from "../../src/worker/origin.ts";
import { enter, freshRoom, get, ORIGIN, open } from "../room/visitor.ts";
import { pathOf, routes } from "./every-door.ts";

const HERS = `__Host-parlor=${"a".repeat(43)}`;

const lookalikes = [
  "http://localhost:5500",
  "https://localhost:8787",
  "http://localhost:87870",
  "http://localhost:8787.evil.example",
  "http://evil.localhost:8787",
  "HTTP://LOCALHOST:8787",
  "http://localhost",
  "null",
];

describe("a foreign page", () => {
  it.each(lookalikes)("of origin %s never acts as its visitor, and takes nothing of theirs", async (Origin) => {
    const room = freshRoom();
    const ann = await enter({ room, name: "Ann" });
    const foreign = await enter({ room, cookie: ann.cookie, headers: { Origin } });
    expect(foreign.welcome.you.member).not.toBe(ann.welcome.you.member);
    const answer = await get(`/r/${room}`, { Upgrade: "websocket", "Sec-WebSocket-Protocol": "chat", Origin });
    expect(answer.headers.get("Set-Cookie")).toBeNull();
    answer.webSocket?.accept();
    answer.webSocket?.close();
    const posted = await get(
      `/r/${room}`,
      { Origin, Cookie: ann.cookie, Accept: "application/json" },
      { method: "POST", body: "hi" },
    );
    expect(posted.headers.get("Set-Cookie")).toBeNull();
    expect(await posted.json()).not.toMatchObject({ by: ann.welcome.you.member });
  });

  it.each(lookalikes)(
    "of origin %s is kept out of every door where the deployment says so, before a room is woken",
    async (Origin) => {
      const refusing = { ...env, PARLOR_FOREIGN: "refuse" };
      const before = (await listDurableObjectIds(env.ROOM)).length;
      const room = freshRoom();
      const ask = (route: string, headers: Record<string, string>) => {
        const [method = ""] = route.split(" ");
        const init = { method, headers: { Cookie: HERS, ...headers }, ...(method !== "GET" && { body: "hi" }) };
        return app.request(new Request(ORIGIN + pathOf(route, room), init), {}, refusing);
      };
      // A slash too many leads to the room, and there they are refused.
      const doors = routes.filter((route) => !route.endsWith(":room/"));
      for (const route of doors) {
        const reads =
          route === "GET /r/:room" ? ["text/plain", "application/json", "text/html", "text/event-stream"] : ["*/*"];
        for (const Accept of reads) {
          const answer = await ask(route, { Origin, Accept });
          expect([answer.status, await answer.json()], route).toMatchObject([403, { error: { code: "foreign" } }]);
          expect(answer.headers.get("Set-Cookie")).toBeNull();
        }
      }
      const lines = await ask("GET /r/:room", { Origin, Upgrade: "websocket" });
      expect([lines.status, await lines.json()]).toMatchObject([403, { error: { code: "foreign" } }]);
      const url = `${ORIGIN}/r/${room}`;
      const headers = { Origin, Upgrade: "websocket", "Sec-WebSocket-Protocol": "parlor.v1" };
      const told = await app.request(new Request(url, { headers }), {}, refusing);
      expect(told.status).toBe(101);
      told.webSocket?.accept();
      expect((await listDurableObjectIds(env.ROOM)).length).toBe(before);
    },
  );

  it.each(["cross-site", "same-site"])("that hides its origin is known by Sec-Fetch-Site: %s", async (site) => {
    const request = new Request(`${ORIGIN}/r/lobby`, { headers: { "Sec-Fetch-Site": site } });
    expect(isForeign(request, env)).toBe(true);
  });

  it("is kept out where the deployment says so, and one that is trusted is not", async () => {
    const request = new Request(`${ORIGIN}/r/lobby`, { headers: { Origin: "https://team.example" } });
    expect(isForeign(request, { ...env, PARLOR_ORIGINS: "https://other.example https://team.example" })).toBe(false);
    for (const PARLOR_ORIGINS of ["https://team.example.evil", "https://team.exampl", "https://Team.example"]) {
      expect(isForeign(request, { ...env, PARLOR_ORIGINS })).toBe(true);
    }
  });
});

describe("behind a proxy that ends TLS", () => {
  const behind = { ...env, PARLOR_ORIGINS: "https://chat.example" };
  const asked = (headers: Record<string, string>) => new Request("http://chat.example/r/lobby", { headers });

  it("the page that browsers see is ours, and its cookie is Secure", async () => {
    expect(isForeign(asked({ Origin: "https://chat.example" }), behind)).toBe(false);
    expect(isForeign(asked({ Origin: "http://chat.example" }), behind)).toBe(true);
    expect(isForeign(asked({ Origin: "https://chat.example" }), env)).toBe(true);
    const answer = await app.request(asked({ Accept: "text/html" }), {}, behind);
    expect(answer.headers.get("Set-Cookie")).toMatch(/^__Host-parlor=.*; Secure;/);
    await answer.text();
  });
});

describe("our own page", () => {
  it("acts as its visitor, who is the same person at every door", async () => {
    const room = freshRoom();
    const ann = await enter({ room, name: "Ann", headers: { Origin: ORIGIN } });
    const again = await enter({ room, cookie: ann.cookie, headers: { Origin: ORIGIN } });
    expect(again.welcome.you.member).toBe(ann.welcome.you.member);
    const posted = await get(
      `/r/${room}`,
      { Cookie: ann.cookie, Accept: "application/json" },
      { method: "POST", body: "hi" },
    );
    expect(await posted.json()).toMatchObject({ by: ann.welcome.you.member });
    const elsewhere = await enter({ room: freshRoom(), cookie: ann.cookie });
    expect(elsewhere.welcome.you.member).not.toBe(ann.welcome.you.member);
  });

  it("who follows a link from elsewhere is no stranger", () => {
    const headers = { "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate" };
    expect(isForeign(new Request(`${ORIGIN}/r/lobby`, { headers }), env)).toBe(false);
  });

  it("nobody can say who they are in a header of their own", async () => {
    const room = freshRoom();
    const ann = await enter({ room, name: "Ann" });
    const forged = { "Parlor-Member": ann.welcome.you.member, "Parlor-Label": "admin", "Parlor-Codec": "text" };
    const bo = await open({ room, headers: forged });
    expect((await bo.hello({ name: "Bo" })).you.member).not.toBe(ann.welcome.you.member);
  });
});
