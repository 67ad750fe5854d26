import type { Evidence } from './evidence';

/** When a row was written, by the clock that histories and limits go by. */
export function realMillis({ clock }: Evidence, { at }: { at: string }): number {
  if (clock.speed === 0) return clock.realMillis;
  return clock.realMillis + (Date.parse(at) - clock.virtualMillis) / clock.speed;
}
