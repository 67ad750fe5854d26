import type { Survivor } from '../contract/failures';
import { undoActivities } from './activity-options';
import { rootOf } from './fleet-failure';
import type { Undo } from './undo';

/** Deletes the disks that the deleted instances left behind. Those of an instance that is still there stay with it. */
export async function removeLeftDisks(
  { run, minutes, deadline, disks }: Undo,
  left: Survivor[],
): Promise<Survivor[]> {
  const stillThere = new Set(left.map(({ name }) => name));
  const recorded = [...disks.values()];
  const attached = recorded.filter((disk) => stillThere.has(disk.instanceName));
  const detached = recorded.filter((disk) => !stillThere.has(disk.instanceName));
  const survivors = attached.map(({ name, instanceName }) =>
    survivor(name, `attached to ${instanceName}, which is still there`),
  );
  if (detached.length === 0) return survivors;
  const { region } = run.requirePlan;
  const summary = `remove ${String(detached.length)} disks that the instances left behind`;
  const { removeDisks } = undoActivities({ activityId: 'remove-disks', summary, minutes });
  try {
    const result = await removeDisks({
      ...run.ownership,
      region,
      disks: detached.map(({ name, arn }) => ({ name, arn })),
      deadline,
    });
    return [...survivors, ...result.survivors];
  } catch (error) {
    const root = rootOf(error);
    const cause = `its removal failed: ${root instanceof Error ? root.message : String(root)}`;
    return [...survivors, ...detached.map(({ name }) => survivor(name, cause))];
  }
}

function survivor(name: string, cause: string): Survivor {
  return { resourceType: 'Disk', name, cause };
}
