/** Steps that people count in, seconds; beyond the last one its multiples. */
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 28_800, 86_400];

export interface TimeTicksInput {
  /** Length of the axis, seconds. */
  seconds: number;
  /** Ticks that there is room for. */
  most: number;
}

/** Seconds since the start at which an axis has a mark: 0 and every so many. */
export function timeTicks({ seconds, most }: TimeTicksInput): number[] {
  const least = seconds / Math.max(1, most);
  const last = STEPS.at(-1) ?? 1;
  const step = STEPS.find((one) => one >= least) ?? Math.ceil(least / last) * last;
  return Array.from({ length: Math.floor(seconds / step) + 1 }, (_, index) => index * step);
}
