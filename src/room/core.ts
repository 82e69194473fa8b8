// The room without its platform: all that a room holds in memory. The turn (turn.ts) is what happens to it.
import type { LogEvent } from "../protocol/event.ts";
import { OPERATOR } from "../protocol/operator.ts";
import type { Person } from "../protocol/person.ts";
import type { Rates } from "./abuse.ts";
import { type Bans, openBans } from "./bans.ts";
import type { Config } from "./config.ts";
import { countTraffic, type Traffic } from "./credit.ts";
import type { Database } from "./database.ts";
import { type Hooks, openHooks } from "./hooks.ts";
import { type Log, openLog } from "./log.ts";
import { type Members, openMembers } from "./members.ts";
import { type Meters, openMeters, type Source } from "./meters.ts";
import { type Moves, openMoves } from "./moves.ts";
import { openPasses, type Passes } from "./passes.ts";
import { openPrograms, type Programs } from "./programs.ts";
import { openPushClock, type PushClock } from "./push-clock.ts";
import { openPushes, type Pushes } from "./pushes.ts";
import { openQueue, type Queue } from "./queue.ts";
import { Roster } from "./roster.ts";
import { type Link, type Memory, Session } from "./session.ts";
import { openSettings, type Settings } from "./settings.ts";
import { Told } from "./told.ts";
import { openTomb, type Tomb } from "./tomb.ts";
import { openWhereabouts, type Whereabouts } from "./whereabouts.ts";

export interface Core {
  /** The room's name, as in its URL. */
  name: string;
  readonly database: Database;
  readonly log: Log;
  readonly members: Members;
  readonly settings: Settings;
  readonly bans: Bans;
  readonly passes: Passes;
  readonly programs: Programs;
  readonly hooks: Hooks;
  readonly queue: Queue;
  readonly pushes: Pushes;
  readonly pushClock: PushClock;
  readonly moves: Moves;
  readonly tomb: Tomb;
  readonly sessions: Set<Session>;
  readonly roster: Roster;
  readonly told: Told;
  /** What everybody was sent, by how they speak. */
  readonly traffic: Record<Memory["codec"], Traffic>;
  readonly meters: Meters;
  /** How many sockets each address has open here, or, of those that have none, each member. */
  readonly addresses: Map<string, number>;
  readonly whereabouts: Whereabouts;
  /** How fast is too fast; nothing where the deployment lifted that. */
  readonly rates: Rates | undefined;
  /** How many sockets it takes at once, and of one address. */
  readonly places: number;
  readonly placesOfAddress: number;
  /** Whether it may call private addresses. */
  readonly privateHooks: boolean;
  /** When dead peers were last looked for, in ms. */
  sweptAt: number;
  /** There was more to forget than was cut at once. */
  cutShort: boolean;
}

export function openCore(database: Database, name: string, config: Config): Core {
  const { rates, sockets, socketsOfAddress, privateHooks } = config;
  const log = openLog(database);
  const settings = openSettings(database, log);
  const hooks = openHooks(database);
  const pushes = openPushes(database);
  return {
    name,
    database,
    log,
    members: openMembers(database),
    settings,
    bans: openBans(database, log),
    passes: openPasses(database, settings, name, config.guesses),
    programs: openPrograms(database),
    hooks,
    queue: openQueue(log, hooks),
    pushes,
    pushClock: openPushClock(pushes),
    moves: openMoves(database),
    tomb: openTomb(database),
    sessions: new Set(),
    roster: new Roster(),
    told: new Told(),
    traffic: { parlor: countTraffic(), text: countTraffic() },
    meters: openMeters(rates),
    addresses: new Map(),
    whereabouts: openWhereabouts(),
    rates,
    places: sockets,
    placesOfAddress: socketsOfAddress,
    privateHooks,
    sweptAt: 0,
    cutShort: false,
  };
}

/** Does it in one transaction; where that throws, what the tables' owners remember of it is forgotten. */
export function transact<T>(core: Core, work: () => T): T {
  const { database, log, members, settings, bans, programs, hooks, pushes } = core;
  const back = log.mark();
  try {
    return database.transaction(work);
  } catch (fault) {
    back();
    for (const table of [members, settings, bans, programs, hooks, pushes]) table.reread();
    throw fault;
  }
}

/** Whether there is no place for one more socket. Who was here before the room fell asleep has a place in any case. */
export function isFull(core: Core): boolean {
  return core.sessions.size >= core.places;
}

/** Where the places that somebody takes are counted: at their address, or, as programs have none, at the member that they are. */
export function countedAt({ member, address }: Source): string {
  return address || member;
}

function count({ addresses }: Core, source: Source, by: 1 | -1): void {
  const at = countedAt(source);
  const now = (addresses.get(at) ?? 0) + by;
  if (now === 0) addresses.delete(at);
  else addresses.set(at, now);
}

/** Takes in a new socket. It is nobody in the roster before its hello. */
export function admit(core: Core, link: Link, memory: Memory): Session {
  const session = new Session(link, memory, core.traffic[memory.codec].total, core.rates);
  core.sessions.add(session);
  count(core, session.source, 1);
  core.whereabouts.saw(session.source);
  return session;
}

/** Takes in a socket that was here before the room fell asleep: nobody need hear of it. */
export function readmit(core: Core, link: Link, memory: Memory): Session {
  const session = admit(core, link, memory);
  if (memory.stage.is !== "new") core.roster.seat(session);
  return session;
}

/** The socket is gone, or as good as gone. Again is harmless. */
export function dismiss(core: Core, session: Session): void {
  session.closed = true;
  if (core.sessions.delete(session)) count(core, session.source, -1);
  core.roster.leave(session);
}

/** The person as the room knows them by now: by the name in the log, else, or where that was given, by their own. */
export function personOf(core: Core, who: Person): Person {
  const known = core.members.find(who.member);
  if (known === undefined || !known.guest || who.guest) return known ?? who;
  return known.role === undefined ? who : { ...who, role: known.role };
}

/** Who wrote these. */
export function authorsOf(core: Core, events: readonly { by: string }[]): Person[] {
  return people(
    core,
    events.map((event) => event.by),
  );
}

/** Who wrote these, and whom they are about. */
export function concerned(core: Core, events: readonly LogEvent[]): Person[] {
  return people(
    core,
    events.flatMap((event) => ("who" in event ? [event.by, event.who] : [event.by])),
  );
}

/** The people with these member ids, as far as they are known. */
export function people(core: Core, members: Iterable<string>): Person[] {
  const found: Person[] = [];
  for (const member of new Set(members)) {
    const person = member === OPERATOR.member ? OPERATOR : core.members.find(member);
    if (person !== undefined) found.push(person);
  }
  return found;
}
