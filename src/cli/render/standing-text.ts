import type { FleetPlan } from '../../contract/fleet-plan';

/** Where instances are made: the zone, and those that are tried where it is full. */
export function describeZones({ availabilityZone, standing }: FleetPlan): string {
  const { fallbackZones } = standing;
  if (fallbackZones.length === 0) return availabilityZone;
  return `${availabilityZone}, or where it is full: ${fallbackZones.join(', ')}`;
}

/** What becomes of an instance that fails, and of the fleet then. */
export function describeStanding({ instanceCount, standing }: FleetPlan): string {
  const { minReady, replaceFailed, onFailure } = standing;
  const times = replaceFailed === 1 ? 'once' : `up to ${String(replaceFailed)} times`;
  const again = replaceFailed === 0 ? '' : `one that fails is removed and made again ${times}; `;
  const when =
    minReady === instanceCount ? 'one cannot be made' : `fewer than ${String(minReady)} can be made`;
  const end = onFailure === 'keep' ? 'they are kept for inspection, and billed' : 'all are removed';
  return `${again}if ${when}, ${end}`;
}
