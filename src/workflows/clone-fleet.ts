import {
  allHandlersFinished,
  ApplicationFailure,
  CancellationScope,
  CancelledFailure,
  condition,
  defineQuery,
  log,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { CloneFleetInput } from '../contract/clone-fleet-input';
import type { CloneFleetResult, FleetInstance } from '../contract/clone-fleet-result';
import type { FleetProgress } from '../contract/fleet-progress';
import { PROGRESS_QUERY } from '../contract/names';
import { announcePlan } from './announce-plan';
import { createFleet } from './create-fleet';
import { causeOf, rollbackIncompleteFailure, rolledBackFailure } from './fleet-failure';
import { FleetRun } from './fleet-run';
import { makePlan } from './make-plan';
import { rollBack } from './roll-back';

const progressQuery = defineQuery<FleetProgress>(PROGRESS_QUERY);

/**
 * Clones a snapshot into a fleet: whole, or not at all. The input is checked by the plan, an activity, so that
 * nonsense fails the run and never the workflow task.
 */
export async function cloneFleet(input: CloneFleetInput): Promise<CloneFleetResult> {
  const { workflowId, firstExecutionRunId, startTime } = workflowInfo();
  const run = new FleetRun({
    fleetId: workflowId,
    ownerId: firstExecutionRunId,
    startedAt: startTime.toISOString(),
  });
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
    await condition(allHandlersFinished);
    return result;
  } catch (error) {
    return fail({ run, request: input, error, reject: planned.reject });
  }
}

interface FailInput {
  run: FleetRun;
  request: CloneFleetInput;
  error: unknown;
  reject: (failure: Error) => void;
}

/** Undoes what the run made, then fails with the first cause, or says loudly what is left. */
async function fail({ run, request, error, reject }: FailInput): Promise<never> {
  const cancelled = CancellationScope.current().consideredCancelled;
  const cause = causeOf(error, { fleetId: run.identity.fleetId, cancelled });
  const madeSomething = run.registered.length > 0;
  run.cause = { type: cause.type, message: cause.message };
  if (madeSomething) {
    log.warn('the fleet is undone', { type: cause.type, cause: cause.message });
    run.enter('rolling-back');
    run.survivors = await rollBack({ run, request });
  }
  const incomplete = run.survivors.length > 0;
  const failure = incomplete
    ? rollbackIncompleteFailure({ cause, survivors: run.survivors, region: run.requirePlan.region })
    : rolledBackFailure(cause, madeSomething);
  if (incomplete)
    log.error('rollback incomplete', {
      fleetId: run.identity.fleetId,
      survivors: run.survivors.slice(0, 20),
    });
  run.enter(incomplete ? 'rollback-incomplete' : 'rolled-back');
  reject(failure);
  await CancellationScope.nonCancellable(() => condition(allHandlersFinished));
  if (!incomplete && cause.type === 'Cancelled') throw new CancelledFailure(failure.message);
  throw failure;
}

function toResult(run: FleetRun, instances: FleetInstance[]): CloneFleetResult {
  const { fleetId, ownerId, startedAt } = run.identity;
  const { region, monthlyPriceUsd } = run.requirePlan;
  const readyAt = new Date().toISOString();
  return {
    fleetId,
    ownerId,
    region,
    instances,
    replaced: 0,
    removed: 0,
    monthlyPriceUsd,
    startedAt,
    readyAt,
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
