import type { Evidence } from './evidence';

/** Temporal's clock and the simulator's are the same machine's, read by two processes. */
export const CLOCK_SLACK_MILLIS = 50;

/** When a row was written, by the clock that histories and limits go by. */
export function realMillis({ clock }: Evidence, { at }: { at: string }): number {
  if (clock.speed === 0) return clock.realMillis;
  return clock.realMillis + (Date.parse(at) - clock.virtualMillis) / clock.speed;
}
