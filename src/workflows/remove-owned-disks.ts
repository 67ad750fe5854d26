import type { FoundDisk } from '../contract/found-instance';
import type { OwnedDisk, OwnedInstance } from '../contract/owned-activities';
import type { Survivor } from '../contract/failures';
import { removeDiskChunks } from './remove-chunks';
import { atLeastMinutes } from './undo';
import {
  labelOf,
  REMOVAL_MINUTES,
  toResource,
  type OwnedRemoval,
  type RecordedOwnedDisk,
} from './owned-removal';

export interface RecordDisksInput {
  removal: OwnedRemoval;
  disks: OwnedDisk[];
  instances: OwnedInstance[];
}

/** Notes which disks go, before their instances do. What nothing proves is named, and left. */
export function recordDisks({ removal, disks, instances }: RecordDisksInput): void {
  const { run, region, recorded } = removal;
  for (const disk of disks) if (!recorded.has(disk.name)) recorded.set(disk.name, disk);
  for (const { name: instanceName, ownerId, fleetId, createdAt, disks: attached } of instances) {
    for (const disk of attached) {
      if (disk.ours) recorded.set(disk.name, { ownerId, fleetId, createdAt, ...disk, instanceName });
      else leaveAlone({ removal, disk, instanceName });
    }
  }
  run.noteFound([...recorded.values()].map((one) => toResource({ one, region, resourceType: 'Disk' })));
}

function leaveAlone({
  removal: { run, region },
  disk: { name },
  instanceName,
}: {
  removal: OwnedRemoval;
  disk: FoundDisk;
  instanceName: string;
}): void {
  const cause = `attached to ${instanceName}, and nothing proves that it was made with it`;
  run.leaveAlone({ resourceType: 'Disk', name, region, cause });
}

/** Deletes the recorded disks. One that is still attached stays with its instance, and is said. */
export async function removeOwnedDisks(removal: OwnedRemoval): Promise<Survivor[]> {
  const { run, region, selector, recorded, disks: wanted } = removal;
  // Late as they come: one stuck instance uses up the whole time.
  const deadline = atLeastMinutes(removal);
  const free: RecordedOwnedDisk[] = [];
  const survivors: Survivor[] = [];
  for (const disk of recorded.values()) {
    const holder = holderOf(disk, removal);
    if (!wanted) {
      run.leaveAlone({
        resourceType: 'Disk',
        name: disk.name,
        region,
        cause: 'the request says disks: false',
      });
    } else if (holder !== undefined) {
      survivors.push({
        resourceType: 'Disk',
        name: disk.name,
        cause: `attached to ${holder}, which is still there`,
      });
    } else free.push(disk);
  }
  for (const ownerId of new Set(free.map((disk) => disk.ownerId))) {
    const items = free.filter((disk) => disk.ownerId === ownerId);
    const known = new Map(items.map((one) => [one.name, one]));
    const left = await removeDiskChunks({
      ...{ owner: { ownerId, fleetId: items[0]?.fleetId ?? '' }, region, deadline, minutes: REMOVAL_MINUTES },
      items: items.map(({ name, arn, ours }) => ({ name, arn, ours })),
      label: `remove-disks/${region}/${labelOf(selector)}${ownerId}/`,
      onRemoved: (names) => {
        const removed = names.flatMap((name) => known.get(name) ?? []);
        run.noteRemoved(removed.map((one) => toResource({ one, region, resourceType: 'Disk' })));
      },
    });
    survivors.push(...left);
  }
  return survivors;
}

/** The instance that keeps a disk: one of ours that could not be deleted, or one that is not ours. */
function holderOf(disk: RecordedOwnedDisk, { survivors }: OwnedRemoval): string | undefined {
  const { instanceName, attachedTo } = disk;
  if (instanceName === undefined) return attachedTo;
  return survivors.has(instanceName) ? instanceName : undefined;
}
