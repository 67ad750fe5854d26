import {
  allHandlersFinished,
  ApplicationFailure,
  CancellationScope,
  condition,
  defineQuery,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { CloneFleetInput } from '../contract/clone-fleet-input';
import type { CloneFleetResult, FleetInstance } from '../contract/clone-fleet-result';
import type { FleetProgress } from '../contract/fleet-progress';
import { PROGRESS_QUERY } from '../contract/names';
import { announcePlan } from './announce-plan';
import { createFleet } from './create-fleet';
import { failFleet } from './fail-fleet';
import { FleetRun } from './fleet-run';
import { makePlan } from './make-plan';
import { rotateGroup } from './rotate-group';

const progressQuery = defineQuery<FleetProgress>(PROGRESS_QUERY);

/**
 * Clones a snapshot into a fleet: whole, or not at all. The input is checked by the plan, an activity, so that
 * nonsense fails the run and never the workflow task.
 */
export async function cloneFleet(input: CloneFleetInput): Promise<CloneFleetResult> {
  const { workflowId, runId, namespace, firstExecutionRunId, startTime } = workflowInfo();
  const run = new FleetRun(
    { fleetId: workflowId, ownerId: firstExecutionRunId, startedAt: startTime.toISOString() },
    { namespace, workflowId, runId },
  );
  setHandler(progressQuery, () => run.progress(), {
    description: 'How far the fleet is: state, counts, each instance.',
  });
  const planned = announcePlan();
  run.enter('planning');
  try {
    const plan = await makePlan(input);
    run.accept(plan);
    planned.resolve(plan);
    run.enter('creating');
    const instances = await createFleet({ run, request: input });
    const result = toResult(run, instances);
    assertFits(result);
    run.enter('ready');
    await rotateGroup({ run, request: input, expected: instances.length });
    const { rotation } = run;
    if (rotation === undefined) {
      await condition(allHandlersFinished);
      return result;
    }
    // Older fleets may be gone by now, so nothing undoes this one any more.
    await CancellationScope.nonCancellable(() => condition(allHandlersFinished));
    return { ...result, rotation };
  } catch (error) {
    return failFleet({ run, request: input, error, reject: planned.reject });
  }
}

function toResult(run: FleetRun, instances: FleetInstance[]): CloneFleetResult {
  const { fleetId, ownerId, startedAt } = run.identity;
  const { region, monthlyPriceUsd, instanceCount } = run.requirePlan;
  const cents = Math.round(((monthlyPriceUsd * instances.length) / instanceCount) * 100);
  return {
    fleetId,
    ownerId,
    region,
    instances,
    replaced: run.replaced,
    removed: run.failed.length,
    monthlyPriceUsd: cents / 100,
    startedAt,
    readyAt: new Date().toISOString(),
  };
}

/** A result over 2 MiB makes the server terminate the run, and then nothing undoes it. The plan should prevent it. */
const MAX_RESULT_CHARACTERS = 1_800_000;

function assertFits(result: CloneFleetResult): void {
  const { length } = JSON.stringify(result);
  if (length <= MAX_RESULT_CHARACTERS) return;
  throw ApplicationFailure.create({
    type: 'InvalidRequest',
    message: `the result of ${String(length)} characters is more than Temporal takes: ask for fewer instances or disks`,
    nonRetryable: true,
    details: [{ fleetId: result.fleetId, region: result.region }],
  });
}
