import { expect, it } from "vitest";
import { FRAME_COST, SLOW_BYTES } from "../../src/protocol/limits.ts";
import { earOn } from "../../src/worker/listen.ts";
import { until } from "../room/visitor.ts";

/** An ear, and the room's end of its socket. */
function ear() {
  const { 0: near, 1: room } = new WebSocketPair();
  near.accept();
  room.accept();
  let closed: number | undefined;
  room.addEventListener("close", ({ code }) => {
    closed = code;
  });
  return { room, closed: () => closed, ...earOn(near) };
}

const FRAME = "茶".repeat(1000);
const ENOUGH = Math.ceil(SLOW_BYTES / (3000 + FRAME_COST));

it("whoever takes nothing of what is said is refused as slow, and no more of it is kept", async () => {
  const { room, closed, next } = ear();
  for (let sent = 0; sent < ENOUGH; sent++) room.send(FRAME);
  await until(() => expect(closed()).toBe(4408));
  expect(JSON.parse((await next(10)) ?? "")).toEqual({ type: "refused", code: "slow" });
  expect(await next(10)).toBeNull();
});

it("whoever takes it as it comes hears all, however much it is", async () => {
  const { room, closed, next } = ear();
  for (let sent = 0; sent < 2 * ENOUGH; sent++) {
    room.send(FRAME);
    expect(await next(1000)).toBe(FRAME);
  }
  expect(closed()).toBeUndefined();
  room.close(1000, "");
});

it("what was said before the room closed is heard, whatever is told it meanwhile", async () => {
  const { room, next, ping, hold, tell } = ear();
  room.send("last words");
  room.close(4403, "kicked");
  await scheduler.wait(10);
  ping();
  hold();
  tell({ type: "got", seq: 1 });
  expect([await next(10), await next(10)]).toEqual(["last words", null]);
});
