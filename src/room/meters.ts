// What many sessions may do together: the buckets of each member, of each address and of the whole room.
import { QUIET_MS, type Rates } from "./abuse.ts";
import { type Bucket, bucket } from "./rate.ts";

export type Metered = keyof Rates["shared"];

/** Where something comes from. `address` is a hash, `""` where it is not known. */
export interface Source {
  member: string;
  address: string;
  /** They said the passcode as they came, and only for as long as they are here. */
  passed?: boolean | undefined;
}

export interface Meters {
  /** Takes one token of each bucket at `now` (ms), or none: then the whole seconds to wait. */
  take(what: Metered, source: Source, now: number): number;
  /** Keeps a member out until they have been quiet for QUIET_MS. Not their address: that may be a whole school's. */
  shun(member: string, now: number): void;
  shuns(member: string, now: number): boolean;
  /** One of somebody's sessions was closed as abusive. Where it were many of one address, its newcomers wait for QUIET_MS. */
  caught(source: Source, now: number): void;
  /** The whole seconds for which newcomers from there have to wait. */
  delays(address: string, now: number): number;
  /** Forgets what a new one would not know otherwise. */
  sweep(now: number): void;
}

/** Full buckets for everybody; none at all where the deployment lifted the limits. */
export function openMeters(rates: Rates | undefined): Meters {
  const buckets = new Map<string, Bucket>();
  const shunned = new Map<string, number>();
  /** Addresses, each until when, in ms. */
  const delayed = new Map<string, number>();

  function of({ shared }: Rates, what: Metered, scope: "member" | "address" | "room", id: string): Bucket {
    const key = `${what} ${scope} ${id}`;
    const known = buckets.get(key) ?? bucket(shared[what][scope]);
    buckets.set(key, known);
    return known;
  }

  function take(what: Metered, { member, address }: Source, now: number): number {
    if (rates === undefined) return 0;
    const all = [of(rates, what, "member", member), of(rates, what, "room", "")];
    if (address !== "") all.push(of(rates, what, "address", address));
    const seconds = Math.max(...all.map((each) => each.wait(now)));
    if (seconds === 0) for (const each of all) each.take(now);
    return seconds;
  }

  return {
    take,
    shun(member, now) {
      if (rates !== undefined) shunned.set(member, now + QUIET_MS);
    },
    shuns: (member, now) => (shunned.get(member) ?? 0) > now,
    caught(source, now) {
      const many = take("abuses", source, now) > 0;
      if (many && source.address !== "") delayed.set(source.address, now + QUIET_MS);
    },
    delays: (address, now) => Math.max(0, Math.ceil(((delayed.get(address) ?? 0) - now) / 1000)),
    sweep(now) {
      for (const [key, each] of buckets) if (each.isFull(now)) buckets.delete(key);
      for (const kept of [shunned, delayed]) for (const [who, until] of kept) if (until <= now) kept.delete(who);
    },
  };
}
