import { disksOfInstance } from '../../contract/disk-mapping';
import type { PlanCheckInput } from './plan-check';

/** A plan must fit into a message ten times, and the request says the rest. */
const MAX_NAMES = 100;

export interface DiskNames {
  /** The first names that the mapping gives, and the last one. */
  names: string[];
  /** How many it gives; all other disks are named by AWS. */
  named: number;
}

/** What the disks of the fleet will be called, as far as the request says. */
export function listDiskNames({
  request,
  instanceNames,
}: Pick<PlanCheckInput, 'request' | 'instanceNames'>): DiskNames {
  const mapping = request.attachedDiskMapping;
  const all = instanceNames.flatMap((instanceName) =>
    (disksOfInstance({ mapping, instanceName }) ?? []).flatMap(({ newDiskName }) => newDiskName ?? []),
  );
  const names = all.length <= MAX_NAMES ? all : [...all.slice(0, MAX_NAMES - 1), ...all.slice(-1)];
  return { names, named: all.length };
}
