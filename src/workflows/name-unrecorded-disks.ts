import { CancellationScope } from '@temporalio/workflow';
import type { Survivor } from '../contract/failures';
import { undoActivities } from './activity-options';
import { messageOfRoot } from './fleet-failure';
import { inChunks, type Undo } from './undo';
import { unrecordedDisks } from './unrecorded-disks';

/**
 * Disks of a fleet that is kept, whose instance somebody removed before any look recorded them: they are billed, too.
 * Reads only: what nothing proves is never deleted.
 */
export async function nameUnrecordedDisks(undo: Undo): Promise<Survivor[]> {
  const { run, minutes, deadline, label } = undo;
  const { region } = run.requirePlan;
  const survivors: Survivor[] = [];
  for (const [index, disks] of inChunks(unrecordedDisks({ undo, among: undefined })).entries()) {
    const { removeDisks } = undoActivities({
      activityId: `${label}disks/${String(index + 1)}`,
      summary: `look whether ${String(disks.length)} disks are there whose instances are not`,
      minutes,
    });
    try {
      survivors.push(...(await removeDisks({ ...run.ownership, region, disks, deadline })).survivors);
    } catch (error) {
      if (CancellationScope.current().consideredCancelled) throw error;
      const cause = `it may be there, as nobody could look: ${messageOfRoot(error)}`;
      survivors.push(
        ...disks.map(({ name }): Survivor => ({ resourceType: 'Disk', name, cause, untagged: true })),
      );
    }
  }
  return survivors;
}
