import { CancellationScope, CancelledFailure } from '@temporalio/workflow';
import type { CloneFleetInput } from '../contract/clone-fleet-input';
import type { FleetInstance } from '../contract/clone-fleet-result';
import { createWindow } from './create-window';
import type { FleetRun } from './fleet-run';
import { runBatch } from './run-batch';

/** Creates out at once: Lightsail takes about a second for one, and their answers are what a crash makes unknown. */
const CREATES_AT_ONCE = 4;

/**
 * Every batch from nothing to ready. The first one that fails cancels the others, and all of them are waited
 * for before the failure goes on: nothing may still be creating while undo deletes.
 */
export async function createFleet({
  run,
  request,
}: {
  run: FleetRun;
  request: CloneFleetInput;
}): Promise<FleetInstance[]> {
  const window = createWindow(CREATES_AT_ONCE);
  const { batches } = run.requirePlan;
  let creating = batches.length;
  const failures: unknown[] = [];
  const scope = new CancellationScope({ cancellable: true });
  const inCreateWindow = <Result>(create: () => Promise<Result>) =>
    window(async () => {
      if (scope.consideredCancelled) throw new CancelledFailure('cancelled before the create was scheduled');
      const result = await create();
      creating -= 1;
      if (creating === 0) run.enter('waiting');
      return result;
    });
  const settled = await scope.run(() =>
    Promise.allSettled(
      batches.map(async (batch) => {
        try {
          return await runBatch({ run, request, batch, inCreateWindow });
        } catch (error) {
          failures.push(error);
          scope.cancel();
          throw error;
        }
      }),
    ),
  );
  if (failures.length > 0) throw failures[0];
  return settled.flatMap((result) => (result.status === 'fulfilled' ? result.value : []));
}
