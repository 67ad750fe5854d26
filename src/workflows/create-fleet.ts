import { CancellationScope, CancelledFailure } from '@temporalio/workflow';
import type { CloneFleetInput } from '../contract/clone-fleet-input';
import type { FleetInstance } from '../contract/clone-fleet-result';
import { allDone } from './all-done';
import { createWindow } from './create-window';
import { tooFewFailure, type FailedInstance } from './failed-instance';
import type { FleetRun } from './fleet-run';
import { removeFailed } from './remove-failed';
import { runBatch } from './run-batch';

/** Creates out at once: Lightsail takes about a second for one, and their answers are what a crash makes unknown. */
const CREATES_AT_ONCE = 4;

export interface CreateFleetInput {
  run: FleetRun;
  request: CloneFleetInput;
}

/**
 * Every batch from nothing to ready. As soon as too many instances have failed for good, the others are cancelled.
 * A fleet that stands without some has those removed.
 */
export async function createFleet({ run, request }: CreateFleetInput): Promise<FleetInstance[]> {
  const { batches } = run.requirePlan;
  const inCreateWindow = createsOf(run);
  const giveUp = givingUpOf(run);
  const parts = await allDone(
    batches.map((batch) => () => {
      const attempt = { batch: { ...batch, id: run.claimId(batch.id) }, zone: 0, replacements: 0 };
      return runBatch({ run, request, attempt, inCreateWindow, giveUp });
    }),
  );
  const names = run.failed.map(({ problem }) => problem.name);
  if (names.length > 0) await removeFailed({ run, request, names, label: 'remaining' });
  return inOrderOfRequest({ run, instances: parts.flat() });
}

/** So many creates at once. The fleet waits when each batch has had its first. */
function createsOf(run: FleetRun) {
  const window = createWindow(CREATES_AT_ONCE);
  let creating = run.requirePlan.batches.length;
  return <Result>(create: () => Promise<Result>) =>
    window(async () => {
      const scope = CancellationScope.current();
      if (scope.consideredCancelled) throw new CancelledFailure('cancelled before the create was scheduled');
      try {
        return await create();
      } finally {
        creating -= 1;
        if (creating === 0 && !scope.consideredCancelled) run.enter('waiting');
      }
    });
}

function givingUpOf(run: FleetRun) {
  const { instanceCount, standing } = run.requirePlan;
  return (failed: readonly FailedInstance[]) => {
    run.failed.push(...failed);
    if (instanceCount - run.failed.length < standing.minReady)
      throw tooFewFailure({ run, failed: run.failed });
  };
}

function inOrderOfRequest({ run, instances }: { run: FleetRun; instances: FleetInstance[] }) {
  const names = run.requirePlan.batches.flatMap(({ instanceNames }) => instanceNames);
  const byName = new Map(instances.map((instance) => [instance.name, instance]));
  return names.flatMap((name) => byName.get(name) ?? []);
}
