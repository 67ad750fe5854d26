import { ApplicationFailure } from '@temporalio/workflow';
import type { CreateInstancesResult, OperationOutcome, ReadyInstance } from '../contract/activities';
import type { CloneFleetInput } from '../contract/clone-fleet-input';
import type { FailureType, FleetFailureDetails, InstanceProblem } from '../contract/failures';
import type { FleetBatch } from '../contract/fleet-plan';
import { waitActivities } from './activity-options';
import { describeBatch, type FleetRun } from './fleet-run';

/** Instances whose problem a failure's message tells; all of them are in its details. */
const TOLD_IN_MESSAGE = 5;

/** Waits until every operation of the batch has ended; fails when one of them did not succeed. */
export async function awaitBatchOperations({
  run,
  batch,
  created,
}: {
  run: FleetRun;
  batch: FleetBatch;
  created: CreateInstancesResult;
}) {
  const { region, limits } = run.requirePlan;
  const { awaitOperations } = waitActivities({
    activityId: `await/${batch.id}`,
    summary: `await the operations of ${describeBatch(batch)}`,
    minutes: limits.operationMinutes,
  });
  const instances = created.instances.map(({ name, operationId }) => ({ name, operationId }));
  const deadline = minutesFromNow(limits.operationMinutes);
  const { outcomes } = await awaitOperations({
    ...run.ownership,
    region,
    instances,
    requestedAt: created.requestedAt,
    deadline,
  });
  const problems: InstanceProblem[] = [];
  for (const { name, outcome, operation } of outcomes) {
    if (outcome !== 'timed-out') run.operationEnded.add(name);
    const seen = operation === undefined ? {} : { operation };
    if (outcome === 'succeeded') {
      run.update([name], { ...seen, state: 'starting' });
      continue;
    }
    const message =
      outcome === 'failed'
        ? (operation?.errorDetails ?? `its operation ended as ${operation?.status ?? 'unknown'}`)
        : `its operation has not ended after ${String(limits.operationMinutes)} minutes`;
    run.update([name], { ...seen, state: outcome === 'failed' ? 'failed' : 'waiting', problem: message });
    problems.push({ name, operationId: operation?.id, errorCode: operation?.errorCode, message });
  }
  if (problems.length > 0) {
    throw problemsFailure({ run, ...causeOf(outcomes), what: 'could not be made', problems });
  }
}

/** An instance that met a full zone or a used-up quota says more about the whole than one that merely failed. */
function causeOf(outcomes: OperationOutcome[]): FailureCause {
  const failed = outcomes.filter(({ outcome }) => outcome === 'failed');
  if (failed.length === 0) return { type: 'DeadlineExceeded' };
  const failures = failed.flatMap(({ failure }) => failure ?? []);
  const telling = failures.find(({ type }) => type !== 'OperationFailed') ?? failures[0];
  return telling ?? { type: 'OperationFailed' };
}

/** Waits until every instance of the batch can be used; fails when one of them cannot in time. */
export async function awaitBatchReady({
  run,
  request,
  batch,
}: {
  run: FleetRun;
  request: CloneFleetInput;
  batch: FleetBatch;
}): Promise<ReadyInstance[]> {
  const { region, limits, waitFor } = run.requirePlan;
  const { awaitReady } = waitActivities({
    activityId: `ready/${batch.id}`,
    summary: `await ${describeBatch(batch)} to be usable`,
    minutes: limits.readyMinutes,
  });
  const { ready, notReady } = await awaitReady({
    ...run.ownership,
    region,
    instanceNames: batch.instanceNames,
    waitFor,
    ipAddressType: request.ipAddressType,
    deadline: minutesFromNow(limits.readyMinutes),
  });
  for (const { name, message } of notReady) run.update([name], { state: 'failed', problem: message });
  if (notReady.length > 0) {
    throw problemsFailure({
      run,
      type: 'DeadlineExceeded',
      what: `not usable within ${String(limits.readyMinutes)} minutes`,
      problems: notReady,
    });
  }
  return ready;
}

interface FailureCause {
  type: FailureType;
  errorKind?: string;
  advice?: string;
}

function problemsFailure({
  run,
  type,
  errorKind,
  advice,
  what,
  problems,
}: FailureCause & {
  run: FleetRun;
  what: string;
  problems: InstanceProblem[];
}) {
  const count = `${String(problems.length)} of ${String(run.requirePlan.instanceCount)} instances ${what}`;
  const shown = problems.slice(0, TOLD_IN_MESSAGE).map(({ name, message: why, errorCode }) => {
    return `${name}: ${why}${errorCode === undefined ? '' : ` (${errorCode})`}`;
  });
  const rest = problems.length - shown.length;
  const message = `${count}: ${shown.join('; ')}${rest > 0 ? `; and ${String(rest)} more, in the details` : ''}${advice === undefined ? '' : `. ${advice}`}`;
  const details: FleetFailureDetails = {
    fleetId: run.identity.fleetId,
    region: run.requirePlan.region,
    instances: problems,
    ...(errorKind === undefined ? {} : { errorKind }),
  };
  return ApplicationFailure.create({ type, message, nonRetryable: true, details: [details] });
}

function minutesFromNow(minutes: number): string {
  return new Date(Date.now() + minutes * 60_000).toISOString();
}
