// How each figure is called and written: its unit stands in the heading, and no more digits than it deserves in the cell.
import type { Figures } from "./results.ts";

/** What stands where nothing was measured. */
export const DASH = "–";

export const headings: Record<keyof Figures, string> = {
  deliveriesPerSecond: "deliveries/s",
  p50: "p50, ms",
  p99: "p99, ms",
  cpuPerDelivery: "CPU a delivery, µs",
  bytesPerDelivery: "bytes a delivery",
  memoryPerSocket: "memory a socket, KiB",
  seconds: "until all are in, s",
  load: "the load's core",
  recovered: "missed messages that came",
  pausedMiB: "memory for the paused socket, MiB",
  slowdown: "p99, of that without the paused socket",
};

const rounded = new Intl.NumberFormat("en", { maximumSignificantDigits: 3 });
const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const tenths = new Intl.NumberFormat("en", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const hundredths = new Intl.NumberFormat("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

const formats: Record<keyof Figures, (value: number) => string> = {
  deliveriesPerSecond: (value) => rounded.format(value),
  p50: (value) => tenths.format(value),
  p99: (value) => tenths.format(value),
  cpuPerDelivery: (value) => (value < 100 ? hundredths.format(value) : whole.format(value)),
  bytesPerDelivery: (value) => whole.format(value),
  memoryPerSocket: (value) => tenths.format(value),
  seconds: (value) => hundredths.format(value),
  load: (value) => `${whole.format(value * 100)} %`,
  // Down, not to the nearest: "100 %" is said only of all.
  recovered: (value) => `${Math.floor(value * 1000) / 10} %`,
  pausedMiB: (value) => tenths.format(value),
  slowdown: times,
};

/** A figure as people read it, without its unit, or a dash. */
export function shown(figure: keyof Figures, value: number | undefined): string {
  return value === undefined ? DASH : formats[figure](value);
}

/** A ratio: "5.2×", "12×", "0.42×", or a dash. */
export function times(ratio: number | undefined): string {
  if (ratio === undefined) return DASH;
  if (ratio >= 9.95) return `${whole.format(ratio)}×`;
  return `${ratio < 0.995 ? hundredths.format(ratio) : tenths.format(ratio)}×`;
}
