import type { Disk, Instance } from '@aws-sdk/client-lightsail';
import type { FindInstancesInput } from '../contract/activities';
import type { FoundDisk } from '../contract/found-instance';
import { disksOfInstance } from '../contract/disk-mapping';
import { isOwnedBy } from '../contract/tags';
import { attachedDisks } from './attached-disks';

/** A disk from a snapshot is created with its instance; CloudFormation allows a creation 25 minutes. */
const MADE_TOGETHER_MINUTES = 30;

export interface MadeWithInstanceInput {
  instance: Instance;
  input: Pick<FindInstancesInput, 'ownerId' | 'attachedDiskMapping' | 'snapshotDiskPaths'>;
}

/** The disks attached to an instance, and of each whether it was made with it (docs/decisions/0018). */
export function madeWithInstance({ instance, input }: MadeWithInstanceInput): FoundDisk[] {
  return attachedDisks(instance).map((disk) => ({
    name: disk.name,
    arn: disk.arn,
    ours: isMadeWithInstance({ disk, instance, input }),
  }));
}

/**
 * It carries our tag, the mapping names it, or it is a copy of a disk of the snapshot that nobody mapped: at that
 * disk's path, and as old as the instance.
 */
function isMadeWithInstance({
  disk,
  instance,
  input,
}: MadeWithInstanceInput & { disk: Disk & { name: string } }): boolean {
  if (isOwnedBy(disk.tags, input.ownerId)) return true;
  const name = instance.name ?? '';
  const mapped = disksOfInstance({ mapping: input.attachedDiskMapping, instanceName: name }) ?? [];
  if (mapped.some(({ newDiskName }) => newDiskName === disk.name)) return true;
  if (disk.path === undefined || !input.snapshotDiskPaths.includes(disk.path)) return false;
  return areMadeTogether(disk.createdAt, instance.createdAt);
}

export function areMadeTogether(one: Date | undefined, other: Date | undefined): boolean {
  const apart = (one?.getTime() ?? Number.NaN) - (other?.getTime() ?? Number.NaN);
  return Math.abs(apart) <= MADE_TOGETHER_MINUTES * 60_000;
}
