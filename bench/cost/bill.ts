// What a room's use costs at the published prices, and how much of the free plan's day it takes.
import { type Metric, prices } from "./prices.ts";
import type { Usage } from "./usage.ts";

export const metrics = ["workerRequests", "objectRequests", "rowsWritten", "rowsRead", "gigabyteSeconds"] as const;

/** In US dollars, if the plan included nothing: what one more such room costs an account that has used all of it. */
export function listPrice(usage: Usage): number {
  return sum((metric) => (usage[metric] / 1e6) * prices[metric].perMillion);
}

/** In US dollars beyond the paid plan's own price, for a month in which the account has nothing but this. */
export function extra(usage: Usage): number {
  return sum((metric) => (Math.max(0, usage[metric] - prices[metric].included) / 1e6) * prices[metric].perMillion);
}

/** How much of what the free plan allows in a day is used on this one: 1 is all of it. */
export function shareOfFree(day: Usage, metric: Metric): number {
  return day[metric] / prices[metric].freeADay;
}

/** Which limit of the free plan such days would meet first. */
export function tightest(day: Usage): Metric {
  return metrics.reduce((a, b) => (shareOfFree(day, b) > shareOfFree(day, a) ? b : a));
}

function sum(of: (metric: Metric) => number): number {
  return metrics.reduce((total, metric) => total + of(metric), 0);
}
