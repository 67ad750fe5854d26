import { isCancellation } from '@temporalio/workflow';
import { planActivities } from './activity-options';
import { messageOfRoot } from './fleet-failure';
import { byOwner, labelOf, type OwnedRemoval, type RecordedOwnedDisk } from './owned-removal';
import { inChunks } from './undo';

const KEPT = 'the request says disks: false';

/**
 * Leaves the recorded disks, as the request says, and takes our tags off those that an earlier rollback put them on: a
 * sweep would take them for left over. One that keeps its tags is named with the reason.
 */
export async function keepDisks(removal: OwnedRemoval): Promise<void> {
  const { run, region, recorded, survivors } = removal;
  const disks = [...recorded.values()];
  // Those of an instance that stays keep their proof with it.
  const toRelease = disks.filter(
    ({ isTagged, instanceName = '' }) => isTagged === true && !survivors.has(instanceName),
  );
  const tagged = new Map<string, string>();
  for (const [index, chunk] of byOwner(toRelease).flatMap(inChunks).entries())
    for (const { name, cause } of await release({ removal, chunk, index })) tagged.set(name, cause);
  for (const { name } of disks) {
    const why = tagged.get(name);
    const cause =
      why === undefined ? KEPT : `${KEPT}. It still carries our tags, so a sweep may delete it: ${why}`;
    run.leaveAlone({ resourceType: 'Disk', name, region, cause });
  }
}

interface ReleaseInput {
  removal: OwnedRemoval;
  /** Of one owner. */
  chunk: RecordedOwnedDisk[];
  index: number;
}

async function release({ removal: { region, selector }, chunk, index }: ReleaseInput) {
  const { ownerId = '', fleetId = '' } = chunk[0] ?? {};
  const { releaseDisks } = planActivities({
    activityId: `release-disks/${region}/${labelOf(selector)}${String(index + 1)}`,
    summary: `take our tags off ${String(chunk.length)} disks that are to stay`,
  });
  const disks = chunk.map(({ name, arn }) => ({ name, arn }));
  try {
    return (await releaseDisks({ region, fleetId, ownerId, disks })).tagged;
  } catch (error) {
    if (isCancellation(error)) throw error;
    return disks.map(({ name }) => ({ name, cause: messageOfRoot(error) }));
  }
}
