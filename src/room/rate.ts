// How fast is too fast: token buckets, by the numbers of abuse.ts or the deployment's own.
import { type Guesses, guesses, type Rate, type Rates, session, shared } from "./abuse.ts";

/** The pairs of numbers that a deployment says, by name: `messages.member=100/10`. What is not in this form has no meaning. */
function pairsIn(said: string): Map<string, [number, number]> {
  const form = /(?<=^|\s)([a-z]+\.[a-z]+)=(\d+)\/(\d+(?:\.\d+)?)(?=\s|$)/g;
  return new Map([...said.matchAll(form)].map(([, name = "", one, other]) => [name, [Number(one), Number(other)]]));
}

/**
 * Ours, but for those that `said` names otherwise: `messages.member=100/10 session.ops=60/6`, a burst and what comes back
 * each second. What it says of others has no meaning.
 */
export function ratesWith(said: string): Rates {
  const pairs = pairsIn(said);
  function rateOf(name: string, rate: Rate): Rate {
    const [burst = 0, perSecond = 0] = pairs.get(name) ?? [];
    return burst >= 1 && perSecond > 0 ? { burst, perSecond } : rate;
  }
  const changed = <R extends Record<string, Rate>>(group: string, rates: R): R =>
    Object.assign({}, ...Object.entries(rates).map(([name, rate]) => ({ [name]: rateOf(`${group}.${name}`, rate) })));
  const groups = Object.entries(shared).map(([group, rates]) => ({ [group]: changed(group, rates) }));
  return { session: changed("session", session), shared: Object.assign({}, ...groups) };
}

/** Likewise how many guesses of a passcode are free, and how many seconds one waits at most: `guesses.address=5/3600`. */
export function guessesWith(said: string): Guesses {
  const pairs = pairsIn(said);
  function boundOf(of: "address" | "room") {
    const [free, longestS = 0] = pairs.get(`guesses.${of}`) ?? [];
    return free !== undefined && longestS >= 1 ? { free, longestS } : guesses[of];
  }
  return { ...guesses, address: boundOf("address"), room: boundOf("room") };
}

export interface Bucket {
  /** 0, or the whole seconds after `now` (ms) for which there is no token. */
  wait(now: number): number;
  /** Takes one token at `now` (ms). 0, or the whole seconds after which there is one again. */
  take(now: number): number;
  /** Nothing is missing in it at `now` (ms): a new one would be the same. */
  isFull(now: number): boolean;
}

/** A full bucket. */
export function bucket({ burst, perSecond }: Rate): Bucket {
  let tokens = burst;
  let at = 0;
  function fill(now: number): void {
    if (at > 0) tokens = Math.min(burst, tokens + (Math.max(0, now - at) / 1000) * perSecond);
    at = now;
  }
  function wait(now: number): number {
    fill(now);
    return tokens >= 1 ? 0 : Math.max(1, Math.ceil((1 - tokens) / perSecond));
  }
  return {
    wait,
    take(now) {
      const seconds = wait(now);
      if (seconds === 0) tokens -= 1;
      return seconds;
    },
    isFull(now) {
      fill(now);
      return tokens === burst;
    },
  };
}

/** A bucket that is never empty: PARLOR_LIMITS=off. */
export const bottomless: Bucket = { wait: () => 0, take: () => 0, isFull: () => true };
