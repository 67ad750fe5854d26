import type { Survivor } from '../contract/failures';
import { removeDiskChunks } from './remove-chunks';
import { atLeastMinutes, type Undo } from './undo';
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
  const { run, minutes } = undo;
  const { region } = run.requirePlan;
  const results = await removeDiskChunks({
    ...{ owner: run.ownership, region, minutes, deadline: atLeastMinutes(undo) },
    items: [...proven, ...unrecordedDisks({ undo, among })],
    outlastRefusals: undo.outlastRefusals,
    label: `${undo.label}remove-disks/`,
    onRemoved: (names) => {
      for (const name of names) run.disks.delete(name);
    },
  });
  return [...survivors, ...results];
}

function survivor(name: string, cause: string): Survivor {
  return { resourceType: 'Disk', name, cause };
}
