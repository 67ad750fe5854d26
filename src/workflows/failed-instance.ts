import { ApplicationFailure, CancellationScope, isCancellation } from '@temporalio/workflow';
import type { OperationOutcome } from '../contract/activities';
import type { FailureType, FleetFailureDetails, InstanceProblem } from '../contract/failures';
import { causeOf } from './fleet-failure';
import type { FleetRun } from './fleet-run';

/** An instance that could not be made, or not be used in time, and why. */
export interface FailedInstance {
  problem: InstanceProblem;
  type: FailureType;
  errorKind?: string | undefined;
  advice?: string | undefined;
  /** `call`: a whole call was refused, after its own retries. `operation`, `ready`: this instance alone met it. */
  phase: 'call' | 'operation' | 'ready';
  /** Of a call: what it failed with, which says it best. */
  error?: unknown;
}

/** Instances whose problem a failure's message tells; all of them are in its details. */
const TOLD_IN_MESSAGE = 5;

/** What becomes of each instance when a call for all of them failed. A cancellation is no failure, and goes on. */
export function failedByCall({
  run,
  names,
  error,
}: {
  run: FleetRun;
  names: readonly string[];
  error: unknown;
}): FailedInstance[] {
  const cancelled = isCancellation(error) || CancellationScope.current().consideredCancelled;
  if (cancelled) throw error;
  const { type, message, details } = causeOf(error, { fleetId: run.identity.fleetId, cancelled });
  if (type === 'Cancelled') throw error;
  const told = new Map(details.instances?.map((problem) => [problem.name, problem]));
  return names.map((name) => ({
    problem: told.get(name) ?? { name, message },
    type,
    errorKind: details.errorKind,
    phase: 'call',
    error,
  }));
}

export function failedByOperation({
  outcome: { name, operation, failure },
  message,
  timedOut,
}: {
  outcome: OperationOutcome;
  message: string;
  timedOut: boolean;
}): FailedInstance {
  const problem = { name, operationId: operation?.id, errorCode: operation?.errorCode, message };
  if (timedOut) return { problem, type: 'DeadlineExceeded', phase: 'operation' };
  return { problem, phase: 'operation', ...(failure ?? { type: 'OperationFailed' }) };
}

/** Not in time; or it was taken over or removed by somebody while it was waited for. */
export function failedToBeReady(problem: InstanceProblem): FailedInstance {
  if (problem.errorCode === 'NotReady') return { problem, type: 'DeadlineExceeded', phase: 'ready' };
  const type = problem.errorCode === 'NotOurs' ? 'NameInUse' : 'OperationFailed';
  return { problem, type, phase: 'operation' };
}

/** Why the fleet cannot stand any more. What was refused as a whole says it in its own words. */
export function tooFewFailure({
  run,
  failed,
}: {
  run: FleetRun;
  failed: readonly FailedInstance[];
}): unknown {
  const call = failed.find(({ phase }) => phase === 'call');
  if (call !== undefined) return call.error;
  // An instance that met a full zone or a used-up quota says more about the whole than one that merely failed.
  const telling = failed.find(({ type }) => type === 'CapacityUnavailable' || type === 'QuotaExceeded');
  const cause = telling ?? failed.find(({ type }) => type === 'OperationFailed') ?? failed[0];
  const problems = failed.map(({ problem }) => problem);
  const details: FleetFailureDetails = {
    fleetId: run.identity.fleetId,
    region: run.requirePlan.region,
    instances: problems,
    ...(cause?.errorKind === undefined ? {} : { errorKind: cause.errorKind }),
  };
  const advice = cause?.advice === undefined ? '' : `. ${cause.advice}`;
  return ApplicationFailure.create({
    type: cause?.type ?? 'OperationFailed',
    message: `${describeFailed({ run, failed })}${advice}`,
    nonRetryable: true,
    details: [details],
  });
}

/** `2 of 6 instances could not be made: web-02: … (InternalFailure); …`. */
export function describeFailed({
  run,
  failed,
}: {
  run: FleetRun;
  failed: readonly FailedInstance[];
}): string {
  const { instanceCount, limits, standing } = run.requirePlan;
  const what = failed.every(({ phase }) => phase === 'ready')
    ? `not usable within ${String(limits.readyMinutes)} minutes`
    : 'could not be made';
  const needed =
    standing.minReady === instanceCount ? '' : `, and fleet.minReady asks for ${String(standing.minReady)}`;
  const shown = failed.slice(0, TOLD_IN_MESSAGE).map(({ problem: { name, message, errorCode } }) => {
    return `${name}: ${message}${errorCode === undefined ? '' : ` (${errorCode})`}`;
  });
  const rest = failed.length - shown.length;
  const more = rest > 0 ? `; and ${String(rest)} more, in the details` : '';
  return `${String(failed.length)} of ${String(instanceCount)} instances ${what}${needed}: ${shown.join('; ')}${more}`;
}
