import { CancellationScope } from '@temporalio/workflow';
import type { FoundInstance } from '../contract/found-instance';
import type { Survivor } from '../contract/failures';
import { allDone } from './all-done';
import { undoActivities } from './activity-options';
import { messageOfRoot } from './fleet-failure';
import { atLeastMinutes, inChunks, type Undo } from './undo';

/** Deletes what one look at the account found, and goes on past what fails. Returns what is still there. */
export async function removeFound({
  undo,
  found,
  pass,
}: {
  undo: Undo;
  found: FoundInstance[];
  pass: number;
}): Promise<Survivor[]> {
  const { run, minutes } = undo;
  // What lands late is still given some minutes, also when the rollback's own are used up.
  const deadline = pass === 1 ? undo.deadline : atLeastMinutes(undo);
  const { region } = run.requirePlan;
  const instances = found.map((instance) => ({
    ...instance,
    operationEnded: run.operationEnded.has(instance.name),
  }));
  run.update(
    found.map(({ name }) => name),
    { state: 'removing' },
  );
  const results = await allDone(
    inChunks(instances).map((chunk) => async () => {
      const label = `${chunk[0]?.name ?? ''}${chunk.length > 1 ? ` and ${String(chunk.length - 1)} more` : ''}`;
      const { removeInstances } = undoActivities({
        activityId: `${undo.label}remove/${String(pass)}/${label}`,
        summary: `remove ${label}`,
        minutes,
      });
      try {
        const result = await removeInstances({ ...run.ownership, region, instances: chunk, deadline });
        run.update(result.removed, { state: 'removed' });
        return result.survivors;
      } catch (error) {
        if (CancellationScope.current().consideredCancelled) throw error;
        return chunk.map(({ name }) => ({
          resourceType: 'Instance' as const,
          name,
          cause: `its removal failed: ${messageOfRoot(error)}`,
        }));
      }
    }),
  );
  return results.flat();
}
