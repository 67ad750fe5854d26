import type { FoundDisk } from '../contract/found-instance';
import type { OwnedDisk, OwnedInstance } from '../contract/owned-activities';
import type { Survivor } from '../contract/failures';
import { removeDiskChunks } from './remove-chunks';
import { runsComeBack } from './runs-come-back';
import { atLeastMinutes } from './undo';
import {
  byOwner,
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
  for (const disk of disks)
    if (!recorded.has(disk.name)) recorded.set(disk.name, { ...disk, isTagged: true });
  for (const { name: instanceName, ownerId, fleetId, createdAt, disks: attached } of instances) {
    for (const disk of attached) {
      const isTagged = recorded.get(disk.name)?.isTagged;
      const owned = { ownerId, fleetId, createdAt, ...disk, instanceName, isTagged };
      if (disk.ours) recorded.set(disk.name, owned);
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
  const { run, region, selector, recorded } = removal;
  // Late as they come: one stuck instance uses up the whole time.
  const deadline = atLeastMinutes(removal);
  const free: RecordedOwnedDisk[] = [];
  const survivors: Survivor[] = [];
  for (const disk of recorded.values()) {
    const holder = holderOf(disk, removal);
    if (holder !== undefined) {
      survivors.push({ resourceType: 'Disk', name: disk.name, cause: `attached to ${holder}` });
    } else free.push(disk);
  }
  const whySpared = await runsComeBack({ removal, owners: free, step: 'disks' });
  for (const items of byOwner(free)) {
    const { ownerId = '', fleetId = '' } = items[0] ?? {};
    const spared = whySpared({ ownerId, fleetId });
    if (spared !== undefined) {
      survivors.push(...items.map(({ name }): Survivor => ({ resourceType: 'Disk', name, cause: spared })));
      continue;
    }
    const known = new Map(items.map((one) => [one.name, one]));
    const left = await removeDiskChunks({
      ...{ owner: { ownerId, fleetId }, region, deadline, minutes: REMOVAL_MINUTES },
      items: items.map(({ name, arn, ours, instanceName }) => ({
        ...{ name, arn, ours },
        ...(instanceName === undefined ? { byTagOnly: true } : {}),
      })),
      label: `remove-disks/${region}/${labelOf(selector)}${fleetId}@${ownerId}/`,
      onRemoved: (names) => {
        const removed = names.flatMap((name) => known.get(name) ?? []);
        run.noteRemoved(removed.map((one) => toResource({ one, region, resourceType: 'Disk' })));
      },
    });
    survivors.push(...left);
  }
  return survivors;
}

/** What keeps a disk: an instance of ours that is or may be there, or one that is not ours. */
function holderOf(
  { instanceName, attachedTo }: RecordedOwnedDisk,
  { survivors, gone, isBlind }: OwnedRemoval,
): string | undefined {
  if (instanceName === undefined)
    return attachedTo === undefined ? undefined : `${attachedTo}, which is still there`;
  if (survivors.has(instanceName)) return `${instanceName}, which is still there`;
  // Nobody knows, and a disk that is in use would be waited for as long as the whole removal may take.
  if (isBlind && !gone.has(instanceName)) return `${instanceName} when somebody could last look`;
  return undefined;
}
