// F7: somebody's machine stops in the middle of a word, with its socket open. What the room does about it by its own clock
// is in test/room/rate.test.ts; here time is real, so this is for npm run test:long alone (vitest.config.ts).
import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { DEAD_AFTER_MS } from "../../src/protocol/limits.ts";
import { PARLOR } from "../../src/protocol/version.ts";
import { openServer } from "../support/house.ts";
import { until } from "../support/serve.ts";
import { report } from "./report/report.ts";
import { judge, newTalk, talks } from "./talkers.ts";

const server = openServer({ PARLOR_LIMITS: "off" }, "counted");

const made = async () => (await (await fetch(`${server().url}/counts/still`)).json()).made;

test("bo, whose machine stopped, is out of the list at the next word, and the room sleeps after", {
  timeout: 240_000,
}, async () => {
  const script = `const s = new WebSocket(process.argv[1], "${PARLOR}");
    s.onopen = () => s.send('{"type":"hello","name":"Bo"}');
    s.onmessage = () => console.log("in");`;
  const bo = spawn(process.execPath, ["-e", script, `${server().url.replace("http", "ws")}/r/still`]);
  onTestFinished(() => void bo.kill("SIGKILL"));
  await once(bo.stdout, "data");
  const talk = newTalk(server().url, "still");
  const { room: ann } = talks(talk, "ann", { inFlight: 0 });
  await until(() => ann.state.here.length === 2);
  bo.kill("SIGSTOP");
  const stopped = Date.now();
  await sleep(DEAD_AFTER_MS + 2_000);
  ann.send("is anybody there?");
  // Her screen shows whoever left for a while longer.
  await until(() => ann.state.leaving.length === 1, 20_000);
  const took = Math.round((Date.now() - stopped) / 1000);
  const before = await made();
  await sleep(15_000);
  ann.send("nobody");
  await until(() => ann.state.pending.length === 0);
  expect(await made()).toBe(before + 1);
  // Whoever comes is told of her alone.
  const { room: cleo } = talks(talk, "cleo", { inFlight: 0 });
  await until(() => cleo.state.link.is === "open");
  expect(cleo.state).toMatchObject({ count: 2, here: { length: 2 } });
  const { faults, ...ops } = await judge(talk);
  report({
    proof: "F7",
    did: "a peer stopped by SIGSTOP",
    ops,
    faults: faults.length,
    more: `out of the roster after ${took} s, then the room slept`,
  });
  expect(faults).toEqual([]);
});

test("cleo, who polls and whose machine stopped, is out of the list when her poll is over, without a word by anybody", {
  timeout: 240_000,
}, async () => {
  const at = `${server().url}/r/polled/sessions`;
  const script = `const headers = { Cookie: "__Host-parlor=" + "c".repeat(43) };
    const opened = await fetch("${at}?poll", { method: "POST", headers });
    const here = "${at}/" + /data: (.*)/.exec(await opened.text())[1];
    await fetch(here, { method: "POST", headers, body: '{"type":"hello","name":"Cleo"}' });
    for (;;) {
      await (await fetch(here, { headers })).text();
      console.log("in");
    }`;
  const cleo = spawn(process.execPath, ["--input-type=module", "-e", script]);
  onTestFinished(() => void cleo.kill("SIGKILL"));
  await once(cleo.stdout, "data");
  const talk = newTalk(server().url, "polled");
  const { room: ann } = talks(talk, "ann", { inFlight: 0 });
  await until(() => ann.state.here.length === 2);
  cleo.kill("SIGSTOP");
  const stopped = Date.now();
  await until(() => ann.state.leaving.length === 1, 120_000);
  const took = Math.round((Date.now() - stopped) / 1000);
  ann.send("she is gone");
  const { faults, ...ops } = await judge(talk);
  const more = `out of the roster after ${took} s`;
  report({ proof: "F7", did: "a peer who polls stopped by SIGSTOP", ops, faults: faults.length, more });
  expect(faults).toEqual([]);
});
