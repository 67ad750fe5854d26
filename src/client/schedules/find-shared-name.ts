import type { CloneFleetInput } from '../../contract/clone-fleet-input';
import { expandDiskMapping } from '../../contract/disk-mapping';
import type { Problem } from '../../contract/failures';
import type { FleetPlan } from '../../contract/fleet-plan';
import { nameCollision } from './name-collision';

export interface PlannedRun {
  dueAt: Date;
  plan: FleetPlan;
}

/** A name of an instance or a disk that two planned runs both take, or nothing. */
export function findSharedName(request: CloneFleetInput, runs: readonly PlannedRun[]): Problem | undefined {
  const seen = new Map<string, Date>();
  for (const { dueAt, plan } of runs) {
    for (const name of new Set(namesOf(request, plan))) {
      const before = seen.get(name);
      if (before !== undefined)
        return nameCollision({ path: pathOf(request, plan, name), name, first: before, second: dueAt });
      seen.set(name, dueAt);
    }
  }
  return undefined;
}

function namesOf({ attachedDiskMapping: mapping }: CloneFleetInput, plan: FleetPlan): string[] {
  const instanceNames = plan.batches.flatMap((batch) => batch.instanceNames);
  const disks = Object.values(expandDiskMapping({ mapping, instanceNames }) ?? {}).flat();
  return [...instanceNames, ...disks.flatMap(({ newDiskName }) => newDiskName ?? [])];
}

function pathOf({ fleet }: CloneFleetInput, { batches }: FleetPlan, name: string): string {
  if (!batches.some(({ instanceNames }) => instanceNames.includes(name)))
    return 'request.attachedDiskMapping';
  return fleet?.nameTemplate === undefined ? 'request.instanceNames' : 'request.fleet.nameTemplate';
}
