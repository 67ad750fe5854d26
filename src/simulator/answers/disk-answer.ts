import type { Disk } from '../state/resources';
import { epochSeconds } from './epoch-seconds';

/** `Disk` of the API model. The model has no state `deleting`; users see it all the same. */
export function diskAnswer(disk: Disk): object {
  const attached = disk.current.state === 'in-use';
  return {
    // Written out for speed, as in instance-answer.ts.
    name: disk.name,
    arn: disk.arn,
    supportCode: disk.supportCode,
    createdAt: epochSeconds(disk.createdAtMillis),
    location: { availabilityZone: disk.availabilityZone, regionName: disk.region },
    resourceType: disk.resourceType,
    tags: disk.tags,
    addOns: [],
    sizeInGb: disk.sizeInGb,
    isSystemDisk: false,
    // AWS's samples show 100 IOPS for the smallest disks, then 3 a gigabyte.
    iops: Math.max(100, disk.sizeInGb * 3),
    path: disk.path,
    state: disk.current.state,
    attachedTo: disk.current.attachedTo,
    isAttached: attached,
    attachmentState: attached ? 'attached' : 'detached',
  };
}
