import { CancellationScope } from '@temporalio/workflow';
import type { FoundDisk } from '../contract/found-instance';
import type { Survivor } from '../contract/failures';
import { allDone } from './all-done';
import { undoActivities } from './activity-options';
import { messageOfRoot } from './fleet-failure';
import { atLeastMinutes, inChunks, type Undo } from './undo';
import { unrecordedDisks } from './unrecorded-disks';

export interface RemoveLeftDisksInput {
  undo: Undo;
  /** Instances that could not be removed. */
  left: Survivor[];
  /** Absent: the disks of all instances. */
  among: ReadonlySet<string> | undefined;
}

/** Deletes the disks that the deleted instances left behind. Those of an instance that is still there stay with it. */
export async function removeLeftDisks({ undo, left, among }: RemoveLeftDisksInput): Promise<Survivor[]> {
  const stillThere = new Set(left.map(({ name }) => name));
  const recorded = [...undo.run.disks.values()].filter(
    ({ instanceName }) => among?.has(instanceName) ?? true,
  );
  const attached = recorded.filter((disk) => stillThere.has(disk.instanceName));
  const detached = recorded.filter((disk) => !stillThere.has(disk.instanceName));
  const survivors = attached.map(({ name, instanceName }) =>
    survivor(name, `attached to ${instanceName}, which is still there`),
  );
  const proven = detached.map(({ name, arn, ours }) => ({ name, arn, ours }));
  const chunks = inChunks([...proven, ...unrecordedDisks({ undo, among })]);
  const results = await allDone(chunks.map((disks, index) => () => removeChunk({ undo, disks, index })));
  return [...survivors, ...results.flat()];
}

interface RemoveChunkInput {
  undo: Undo;
  disks: FoundDisk[];
  index: number;
}

async function removeChunk({ undo, disks, index }: RemoveChunkInput): Promise<Survivor[]> {
  const { run, minutes } = undo;
  const summary = `remove ${String(disks.length)} disks that the instances left behind`;
  const { removeDisks } = undoActivities({
    activityId: `${undo.label}remove-disks/${String(index + 1)}`,
    summary,
    minutes,
  });
  const deadline = atLeastMinutes(undo);
  try {
    const result = await removeDisks({ ...run.ownership, region: run.requirePlan.region, disks, deadline });
    for (const name of result.removed) run.disks.delete(name);
    return result.survivors;
  } catch (error) {
    if (CancellationScope.current().consideredCancelled) throw error;
    const cause = `its removal failed: ${messageOfRoot(error)}`;
    return disks.map(({ name }) => survivor(name, cause));
  }
}

function survivor(name: string, cause: string): Survivor {
  return { resourceType: 'Disk', name, cause };
}
