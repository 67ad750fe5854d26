import type { Settings } from '../settings';

/**
 * The time by which signatures are judged and which `Date` tells: that of the calendar, not the virtual one, and
 * shifted by the setting. Not `performance`, which stands still while a machine sleeps and then refuses everybody.
 */
export function trueTimeMillis({ clockSkewSeconds }: Pick<Settings, 'clockSkewSeconds'>): number {
  return Date.now() + clockSkewSeconds * 1000;
}
