// Cloudflare's prices and the free plan's limits, as published. Nothing is computed here.
// Sources: the pages "Pricing" of Workers (developers.cloudflare.com/workers/platform/pricing/) and of Durable Objects
// (developers.cloudflare.com/durable-objects/platform/pricing/), SQLite storage backend.

/** When these were last compared with the pages above, in a stored copy of them. */
export const SEEN = "2026-11";

/** What is counted, as the bill names it. */
export type Metric = "workerRequests" | "objectRequests" | "rowsWritten" | "rowsRead" | "gigabyteSeconds";

interface Price {
  /** What each million costs, in US dollars. */
  perMillion: number;
  /** What the paid plan includes in a month. */
  included: number;
  /** What the free plan allows in a day; beyond it the operation fails. */
  freeADay: number;
}

export const prices: Record<Metric, Price> = {
  workerRequests: { perMillion: 0.3, included: 10e6, freeADay: 100_000 },
  objectRequests: { perMillion: 0.15, included: 1e6, freeADay: 100_000 },
  rowsWritten: { perMillion: 1, included: 50e6, freeADay: 100_000 },
  rowsRead: { perMillion: 0.001, included: 25e9, freeADay: 5e6 },
  gigabyteSeconds: { perMillion: 12.5, included: 400_000, freeADay: 13_000 },
};

/** Of the paid plan, in US dollars a month. */
export const PAID_PLAN = 5;

/** Of a gigabyte stored for a month, in US dollars. Both plans include 5 GB. */
export const STORED_GB_MONTH = 0.2;

/** This many frames from clients are one request to the object; frames to clients are free (footnote 2). */
export const FRAMES_A_REQUEST = 20;

/** What an object is billed for, whatever it uses: 128 MB, by which the page's examples mean 0.128 GB (footnote 5). */
export const OBJECT_GB = 0.128;

/** How long one frame keeps the object at work in the page's own examples, in seconds. */
export const FRAME_S = 0.01;

/** After this many quiet seconds the runtime puts an object to sleep ("Lifecycle of a Durable Object"). */
export const SLEEPY_S = 10;
