import type { Problem } from './failures';
import { show } from './problems';
import { regionOfZone, ZONE_PATTERN } from './region';

type Loose = Partial<Record<string, unknown>>;

/** Contradictions in when a fleet stands: how many must be ready, and which zones may be tried. */
export function findStandingConflicts(request: Loose): Problem[] {
  const fleet = (
    typeof request['fleet'] === 'object' && request['fleet'] !== null ? request['fleet'] : {}
  ) as Loose;
  return [...findMinReadyConflict(request, fleet), ...findZoneConflicts(request, fleet)];
}

function findMinReadyConflict({ instanceNames }: Loose, { minReady, count }: Loose): Problem[] {
  const asked = Array.isArray(instanceNames) ? instanceNames.length : count;
  if (typeof minReady !== 'number' || typeof asked !== 'number' || minReady <= asked) return [];
  const message = `expected at most the ${String(asked)} instances that the fleet has, got ${String(minReady)}`;
  return [{ path: 'fleet.minReady', message }];
}

function findZoneConflicts({ availabilityZone }: Loose, { fallbackZones }: Loose): Problem[] {
  if (!Array.isArray(fallbackZones) || typeof availabilityZone !== 'string') return [];
  const zones: unknown[] = fallbackZones;
  const region = regionOfZone(availabilityZone);
  return zones.flatMap((zone, position) => {
    // What is no zone at all has its own problem.
    if (typeof zone !== 'string' || !ZONE_PATTERN.test(zone)) return [];
    const path = `fleet.fallbackZones[${String(position)}]`;
    if (regionOfZone(zone) !== region)
      return [{ path, message: `expected a zone of the Region ${region}, got ${show(zone)}` }];
    const again = zone === availabilityZone || zones.indexOf(zone) < position;
    return again ? [{ path, message: `expected another zone, got ${show(zone)} again` }] : [];
  });
}
