import { disksOfInstance } from '../../contract/disk-mapping';
import type { SourceFacts } from './source-facts';
import { passed, refused, type PlanCheck, type PlanCheckInput } from './plan-check';

/**
 * Temporal terminates a run whose result is over 2 MiB, and then nothing undoes it (seen on its dev
 * server). A quarter is left for what a row holds beside these estimates.
 */
const MAX_RESULT_BYTES = 1.5 * 2 ** 20;

/** ARN, addresses, zone, operation id and the member names of one instance in the result. */
const BYTES_PER_INSTANCE = 500;
/** ARN, path and the member names of one disk where undo records it. */
const BYTES_PER_DISK = 200;

export interface CheckSizeInput extends Pick<PlanCheckInput, 'request' | 'instanceNames'> {
  /** Disks that nobody mapped are made as well, under names that AWS chooses. */
  source: Pick<SourceFacts, 'diskPaths'>;
}

/** The fleet is small enough that its names, disks and addresses fit into one payload of Temporal's. */
export function checkSize({ request, instanceNames, source }: CheckSizeInput): PlanCheck {
  const mapping = request.attachedDiskMapping;
  let diskCount = 0;
  let bytes = 0;
  for (const instanceName of instanceNames) {
    const named = (disksOfInstance({ mapping, instanceName }) ?? []).map(
      (disk) => disk.newDiskName?.length ?? instanceName.length,
    );
    const unmapped = Math.max(0, source.diskPaths.length - named.length);
    diskCount += named.length + unmapped;
    bytes += BYTES_PER_INSTANCE + instanceName.length + unmapped * (BYTES_PER_DISK + instanceName.length);
    bytes += named.reduce((sum, length) => sum + BYTES_PER_DISK + length, 0);
  }
  if (bytes <= MAX_RESULT_BYTES) return passed('', undefined);
  const path = request.instanceNames === undefined ? 'fleet.count' : 'instanceNames';
  const message =
    `${String(instanceNames.length)} instances with ${String(diskCount)} disks make a result of about ` +
    `${(bytes / 2 ** 20).toFixed(1)} MiB, and Temporal takes 2: expected fewer of them, or shorter names`;
  return refused({ path, message }, undefined);
}
