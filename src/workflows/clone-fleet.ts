import {
  allHandlersFinished,
  ApplicationFailure,
  CancellationScope,
  CancelledFailure,
  condition,
  defineQuery,
  defineUpdate,
  log,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { CloneFleetInput } from '../contract/clone-fleet-input';
import type { CloneFleetResult, FleetInstance } from '../contract/clone-fleet-result';
import type { FleetPlan } from '../contract/fleet-plan';
import type { FleetProgress } from '../contract/fleet-progress';
import { AWAIT_PLAN_UPDATE, PROGRESS_QUERY } from '../contract/names';
import { createFleet } from './create-fleet';
import { causeOf, rollbackIncompleteFailure, rolledBackFailure } from './fleet-failure';
import { FleetRun } from './fleet-run';
import { makePlan } from './make-plan';
import { rollBack } from './roll-back';

const progressQuery = defineQuery<FleetProgress>(PROGRESS_QUERY);
const awaitPlanUpdate = defineUpdate<FleetPlan>(AWAIT_PLAN_UPDATE);

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

/** Each answer is written into history, whose 50 MB it must not use up: the server would terminate the run. */
const MAX_PLAN_ANSWERS = 50;

/** The update `awaitPlan`: answers with the plan, or is rejected with what refused the request. */
function announcePlan() {
  let outcome: { plan: FleetPlan } | { failure: Error } | undefined;
  let answers = 0;
  setHandler(
    awaitPlanUpdate,
    () =>
      CancellationScope.nonCancellable(async () => {
        answers += 1;
        await condition(() => outcome !== undefined);
        if (outcome === undefined || 'failure' in outcome)
          throw outcome?.failure ?? new CancelledFailure('no plan');
        return outcome.plan;
      }),
    {
      description: 'Waits for the plan; rejected with InvalidRequest or PreflightFailed.',
      validator: () => {
        if (answers >= MAX_PLAN_ANSWERS)
          throw new Error(`the plan was asked for ${String(answers)} times: query ${PROGRESS_QUERY}`);
      },
    },
  );
  return {
    resolve: (plan: FleetPlan) => {
      outcome ??= { plan };
    },
    reject: (failure: Error) => {
      outcome ??= { failure };
    },
  };
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
