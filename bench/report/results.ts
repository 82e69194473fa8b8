// What a bench found, as it is written down and read again.

/** What one run of a case measured. Whatever a case does not measure is left out. */
export interface Figures {
  deliveriesPerSecond?: number;
  /** Milliseconds. */
  p50?: number;
  /** Milliseconds. */
  p99?: number;
  /** Microseconds of the server's CPU for one delivery. */
  cpuPerDelivery?: number;
  bytesPerDelivery?: number;
  /** KiB of the server's memory for one socket. */
  memoryPerSocket?: number;
  /** Seconds until everybody was in. */
  seconds?: number;
  /** Share of one core that the load took, 0..1. */
  load?: number;
  /** Of the messages that were missed, the share that came after all, 0..1. */
  recovered?: number;
  /** MiB that a paused socket cost the server. */
  pausedMiB?: number;
  /** How many times as long the slowest hundredth took while somebody did not read. */
  slowdown?: number;
}

export interface Run {
  case: string;
  server: string;
  round: number;
  figures: Figures;
}

/** What was measured in a browser, by itself: nobody is compared there. */
export interface ScreenResults {
  /** ISO date. */
  at: string;
  machine: Results["machine"];
  /** Of the browser, node and workerd. */
  versions: Record<string, string>;
  /** Milliseconds, of so many samples, with so many messages in the page. */
  figures: { name: string; median: number; p95: number; samples: number; rows: number }[];
}

export interface Results {
  /** ISO date. */
  at: string;
  machine: { cpu: string; cores: number; memoryGiB: number; os: string };
  /** Of node, workerd, ws, express, socket.io and partyserver. */
  versions: Record<string, string>;
  /** The fewest rounds that any case had. */
  rounds: number;
  /** Runs that ended in a fault: they have no figures. */
  faults: number;
  cases: { name: string; title: string; shows: (keyof Figures)[] }[];
  /** The first one is what the others are compared with. */
  servers: { name: string; title: string }[];
  runs: Run[];
  screen?: ScreenResults;
}
