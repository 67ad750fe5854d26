import { CancellationScope } from '@temporalio/workflow';
import type { RemoveInstancesInput } from '../contract/activities';
import type { FoundDisk } from '../contract/found-instance';
import type { Survivor } from '../contract/failures';
import type { FleetOwnership } from '../contract/fleet-account';
import { allDone } from './all-done';
import { undoActivities } from './activity-options';
import { messageOfRoot } from './fleet-failure';
import { inChunks } from './undo';

export interface RemoveChunksInput<Item> {
  owner: FleetOwnership;
  region: string;
  items: Item[];
  minutes: number;
  deadline: string;
  /** Of a rollback: credentials may come back meanwhile. Who deletes by hand is told at once. */
  outlastRefusals?: boolean;
  /** Before the activity ids: removals beside each other differ. */
  label: string;
  /** Told of the names that are gone, as soon as they are. */
  onRemoved: (names: string[]) => void;
}

/** Deletes instances of one owner in one Region, and goes on past what fails. Returns what is still there. */
export async function removeInstanceChunks(
  input: RemoveChunksInput<RemoveInstancesInput['instances'][number]>,
): Promise<Survivor[]> {
  const { owner, region, minutes, deadline, label, onRemoved, outlastRefusals } = input;
  const results = await allDone(
    inChunks(input.items).map((instances) => async () => {
      const rest = instances.length > 1 ? ` and ${String(instances.length - 1)} more` : '';
      const what = `${instances[0]?.name ?? ''}${rest}`;
      const { removeInstances } = undoActivities({
        activityId: `${label}${what}`,
        summary: `remove ${what}`,
        minutes,
      });
      try {
        const result = await removeInstances({ ...owner, region, instances, deadline, outlastRefusals });
        onRemoved(result.removed);
        return result.survivors;
      } catch (error) {
        return survivorsOf({ error, resourceType: 'Instance', items: instances });
      }
    }),
  );
  return results.flat();
}

/** The same for disks that instances left behind. */
export async function removeDiskChunks(input: RemoveChunksInput<FoundDisk>): Promise<Survivor[]> {
  const { owner, region, minutes, deadline, label, onRemoved, outlastRefusals } = input;
  const results = await allDone(
    inChunks(input.items).map((disks, index) => async () => {
      const { removeDisks } = undoActivities({
        activityId: `${label}${String(index + 1)}`,
        summary: `remove ${String(disks.length)} disks that the instances left behind`,
        minutes,
      });
      try {
        const result = await removeDisks({ ...owner, region, disks, deadline, outlastRefusals });
        onRemoved(result.removed);
        return result.survivors;
      } catch (error) {
        return survivorsOf({ error, resourceType: 'Disk', items: disks });
      }
    }),
  );
  return results.flat();
}

interface SurvivorsOfInput {
  error: unknown;
  resourceType: Survivor['resourceType'];
  items: { name: string; unrecorded?: FoundDisk['unrecorded'] }[];
}

/** Where the scope was cancelled, whoever cancelled it takes over. */
function survivorsOf({ error, resourceType, items }: SurvivorsOfInput): Survivor[] {
  if (CancellationScope.current().consideredCancelled) throw error;
  const cause = `its removal failed: ${messageOfRoot(error)}`;
  return items.map(({ name, unrecorded }) => ({
    ...{ resourceType, name, cause },
    // Nobody has tagged what nobody has recorded.
    ...(unrecorded === undefined ? {} : { untagged: true }),
  }));
}
