import { afterEach, describe, expect, it, vi } from "vitest";
import { arrangePush } from "../../../src/client/push/arrange.ts";

afterEach(() => vi.unstubAllGlobals());

/** A room that answers so, and all that it was asked. */
function room(put: () => Response, get = () => Response.json({ key: "B-the-key" })) {
  const asked: unknown[] = [];
  vi.stubGlobal("fetch", async (path: string, how?: RequestInit) => {
    asked.push([path, how?.method ?? "GET", ...(how?.body ? [JSON.parse(String(how.body))] : [])]);
    return how === undefined ? get() : put();
  });
  return asked;
}

const subscription = {
  endpoint: "https://push.example/ann",
  toJSON: () => ({ endpoint: "https://push.example/ann", keys: { p256dh: "B", auth: "a" } }),
};

/** A push manager that has a subscription for `has`, and gives one for another key only when that is gone. */
function pushManager({ has = "", reaches = true } = {}): PushManager {
  let subscribed = has;
  return Object.assign(Object.create(null), {
    async subscribe({ applicationServerKey }: PushSubscriptionOptionsInit) {
      if (!reaches) throw new DOMException("push service not available", "AbortError");
      const key = String(applicationServerKey);
      if (subscribed !== "" && subscribed !== key) throw new DOMException("", "InvalidStateError");
      subscribed = key;
      return subscription;
    },
    async getSubscription() {
      const unsubscribe = async () => {
        subscribed = "";
      };
      return subscribed === "" ? null : { unsubscribe };
    },
  });
}

const taken = () => new Response(null, { status: 204 });
const no = (status: number, code: string) => () => Response.json({ error: { code } }, { status });

describe("A room that is to push to Ann's browser", () => {
  it("gives the key, and gets the subscription and what it is for", async () => {
    const asked = room(taken);
    expect(await arrangePush(pushManager(), "大廳", "mentions")).toEqual({
      is: "set",
      endpoint: subscription.endpoint,
    });
    expect(asked).toEqual([
      ["/r/%E5%A4%A7%E5%BB%B3/push", "GET"],
      ["/r/%E5%A4%A7%E5%BB%B3/push", "PUT", { ...subscription.toJSON(), choice: "mentions" }],
    ]);
  });

  it("gets another subscription where the one that is there was for a key that is lost", async () => {
    room(taken);
    const manager = pushManager({ has: "B-another" });
    expect(await arrangePush(manager, "lobby", "all")).toMatchObject({ is: "set" });
  });

  it("is not asked where the push service can't be reached", async () => {
    const asked = room(taken);
    expect(await arrangePush(pushManager({ reaches: false }), "lobby", "all")).toEqual({ is: "not", why: "service" });
    expect(asked).toHaveLength(1);
  });

  it.each([
    ["unreachable", no(429, "too_fast")],
    ["unreachable", no(500, "internal")],
    ["unreachable", () => new Response("a proxy's page", { status: 502 })],
    ["full", no(503, "full")],
    ["refused", no(403, "not_allowed")],
    ["refused", no(410, "gone")],
  ])("is taken for %s when it says so", async (why, put) => {
    room(put);
    expect(await arrangePush(pushManager(), "lobby", "all")).toEqual({ is: "not", why });
  });

  it.each([
    no(500, "internal"),
    () => new Response("a proxy's page"),
    () => {
      throw new TypeError("Failed to fetch");
    },
  ])("is out of reach where it has no key to give", async (get) => {
    room(taken, get);
    expect(await arrangePush(pushManager(), "lobby", "all")).toEqual({ is: "not", why: "unreachable" });
  });
});
