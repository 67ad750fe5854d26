import type { Rotation } from '../../client';
import { formatCount } from './format-values';
import { printable } from './printable';

/** Told one by one; the rest is counted. */
const MAX_LISTED = 20;

/** What became of the older fleets of a group. */
export function rotationLines(rotation: Rotation): string[] {
  const { group, keepLast, removed, left, leftCount, disksLeft, disksLeftCount } = rotation;
  const { alone, aloneCount, problem, pausedSchedule } = rotation;
  const deleted = removed.map(({ fleetId }) => fleetId);
  const what = deleted.length === 0 ? 'no older fleet was deleted' : `deleted ${listed(deleted)}`;
  return [
    `group ${group} keeps the last ${String(keepLast)}: ${what}`,
    ...(problem === undefined ? [] : [`  ${problem}`]),
    ...left
      .slice(0, MAX_LISTED)
      .flatMap(({ fleetId, cause, command }) => [
        `  ${fleetId} is still there, and billed: ${cause}`,
        `    run: ${command}`,
      ]),
    ...others({ count: leftCount, what: 'other fleet', tail: 'that are still there, and billed' }),
    ...disksLeft
      .slice(0, MAX_LISTED)
      .map(({ fleetId, name, cause }) => `  disk ${name} of ${fleetId} is still there, and billed: ${cause}`),
    ...others({ count: disksLeftCount, what: 'other disk', tail: 'that are still there, and billed' }),
    ...(pausedSchedule === undefined
      ? []
      : [`  schedule ${pausedSchedule} is paused for it: lightsail-fleet schedule resume ${pausedSchedule}`]),
    ...alone.slice(0, MAX_LISTED).map(({ fleetId, cause }) => `  ${fleetId} is left alone: ${cause}`),
    ...others({ count: aloneCount, what: 'other fleet', tail: 'left alone' }),
  ].map(printable);
}

/** How many are not told one by one. */
function others({ count, what, tail }: { count: number; what: string; tail: string }): string[] {
  return count > MAX_LISTED ? [`  and ${formatCount(count - MAX_LISTED, what)} ${tail}`] : [];
}

function listed(ids: string[]): string {
  const shown = ids.slice(0, MAX_LISTED).join(', ');
  return ids.length > MAX_LISTED ? `${shown} and ${formatCount(ids.length - MAX_LISTED, 'other')}` : shown;
}
