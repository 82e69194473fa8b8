// One run of the model: six clients and a room, everything that can go wrong between them, and then quiet.

import type { Pending } from "../../../src/client/state.ts";
import { ours } from "../../../src/room/abuse.ts";
import { seeded } from "../../support/world.ts";
import { check, type Verdict } from "../checker.ts";
import type { History } from "../history.ts";
import { recordScreen } from "../recorder.ts";
import { createClock } from "./clock.ts";
import { createDisk } from "./disk.ts";
import { createHouse } from "./house.ts";
import { type Client, open, type Street } from "./people.ts";
import { linesAfter, placesOf } from "./reference.ts";

/** Two of the six are one person, on two devices. */
const MEMBERS = ["annnnnnnnnnnnnnnnnnn", "annnnnnnnnnnnnnnnnnn", "boooooooooooooooooooo", "cyyyyyyyyyyyyyyyyyyy"];
const NAMES = ["ann", "ann2", "bo", "cy", "dee", "eve"];
/** Long enough for every wait of a client's, and for the room to find out who is dead. */
const QUIET_MS = 200_000;

const LONGEST_STALL_MS = 20_000;

/** Lives through so many steps of this seed's, and judges them. */
export async function run(seed: number, steps: number): Promise<Verdict> {
  const random = seeded(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const clock = createClock();
  const disk = createDisk();
  const history: History = [];
  const street: Street = { clock, random, history, sent: new Set(), wires: new Set(), house: undefined as never };
  // Some rooms measure how fast people are, some forget what was said.
  const rates = seed % 4 === 0 ? ours : undefined;
  const forgets = seed % 5 === 0;
  const house = createHouse(clock, disk, rates, () => {
    for (const wire of street.wires) wire.cut();
    street.wires.clear();
  });
  street.house = house;
  const clients = NAMES.map((name, index) => open(street, name, MEMBERS[index] ?? name.padEnd(20, "x")));
  await clock.pass(2_000);
  if (forgets) {
    clients[0]?.room.moderate({ kind: "create" });
    clients[0]?.room.moderate({ kind: "rules", rules: { keep: 86_400 } });
    await clock.pass(2_000);
  }

  const ways: [weight: number, happens: (client: Client) => unknown][] = [
    [40, ({ room, who }) => void room.send(`${who} says ${history.length}`)],
    [6, ({ room, who }) => ["one", "two", "three"].map((n) => room.send(`${who} says ${history.length}: ${n}`))],
    [4, ({ room }) => onOwn(room, (seq) => room.edit(seq, `mended ${history.length}`))],
    [2, ({ room }) => onOwn(room, (seq) => room.delete(seq))],
    [6, ({ room }) => onAny(room, (seq) => room.react(seq, pick(["👍", "🎉"]), random() < 0.7))],
    [2, ({ room, who }) => room.rename(`${who} ${Math.floor(random() * 100)}`)],
    [1, ({ room }) => room.setTopic(`topic ${history.length}`)],
    [5, ({ wire }) => wire?.cut()],
    [3, ({ wire }) => wire?.kill()],
    [4, ({ wire }) => wire?.stall(random() * LONGEST_STALL_MS)],
    [5, ({ wire }) => wire?.spoil(pick(["up", "down"]), pick(["lost", "doubled"]))],
    [6, () => house.evict()],
    [1, () => house.crash("now")],
    [2, () => house.crash("in the next turn")],
    [3, () => house.failDisk({ after: Math.floor(random() * 12), lasts: random() < 0.5 })],
    [3, (client) => client.reload()],
    [2, ({ room }) => room.disconnect()],
    [4, ({ room }) => room.connect()],
    [4, ({ room }) => room.nudge()],
    [2, ({ room }) => room.loadOlder()],
    [2, ({ room }) => room.sawUpTo(room.state.cursor)],
    [3, () => clock.pass(random() * 60_000)],
    [forgets ? 4 : 0, aDayPasses],
  ];
  const lot = ways.flatMap(([weight, happens]) => Array<typeof happens>(weight).fill(happens));
  function onOwn(room: Client["room"], then: (seq: number) => void) {
    const mine = room.state.messages.filter(({ by, body }) => by === room.state.you?.member && body !== null);
    if (mine.length > 0) then(pick(mine).seq);
  }
  function onAny(room: Client["room"], then: (seq: number) => void) {
    const alive = room.state.messages.filter(({ body }) => body !== null);
    if (alive.length > 0) then(pick(alive).seq);
  }

  // An id is known for as long as its row lives, so nothing may be on its way for as long as a day.
  async function aDayPasses() {
    await clock.pass(LONGEST_STALL_MS + 5_000);
    if (clients.every(({ room }) => room.state.pending.every(isOver))) house.age();
  }

  for (let step = 0; step < steps; step++) {
    await pick(lot)(pick(clients));
    await clock.pass(random() * 400);
  }

  for (const { room } of clients) {
    room.connect();
    room.nudge();
  }
  await clock.pass(QUIET_MS);
  clients.push(open(street, "late", "late".padEnd(20, "x")));
  await clock.pass(QUIET_MS);

  const rows = house.log();
  const lines = linesAfter(rows, house.tail);
  for (const { who, room } of clients) recordScreen(history, who, room.state);
  history.push({ is: "read", epoch: clients[0]?.room.state.epoch ?? "", log: placesOf(rows), lines });
  const verdict = check(history);
  verdict.faults.push(...house.broken.map((fault) => `broken: ${fault}`), ...unequal(clients));
  disk.close();
  return verdict;
}

function isOver({ status }: Pending): boolean {
  return status === "failed";
}

/** In the quiet, everybody knows the same topic and the same people by the same names, and nothing waits. */
function unequal(clients: readonly Client[]): string[] {
  const late = clients.at(-1)?.room.state;
  return clients.flatMap(({ who, room: { state } }) => {
    const others = [...state.people.values()].filter(({ member, name }) => {
      const known = late?.people.get(member);
      return known !== undefined && known.name !== name;
    });
    return [
      ...(state.link.is === "open" ? [] : [`${who} is ${state.link.is}`]),
      ...(state.topic === late?.topic ? [] : [`${who} has the topic ${state.topic}, not ${late?.topic}`]),
      ...others.map(({ name, member }) => `${who} calls ${member} ${name}`),
      ...state.pending.filter(({ status }) => status === "waiting").map(({ op }) => `${who} still waits for ${op.id}`),
    ];
  });
}
