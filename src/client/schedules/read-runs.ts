import type { ScheduleExecutionResult, WorkflowExecutionDescription } from '@temporalio/client';
import { callWithin } from '../call-limit';
import type { ClientContext } from '../client-context';
import type { FleetOutcome } from '../fleet-view';
import { isOpen } from '../is-open';
import { readOutcome } from '../read-outcome';
import { rotationProblem } from '../../contract/rotation-problem';
import { toClientError } from '../to-client-error';
import type { ScheduleRun, ScheduleRunOutcome } from './schedule-view';

export interface ReadRunsInput {
  /** Oldest first, as Temporal tells them; ten at most. */
  recent: readonly ScheduleExecutionResult[];
}

/** How the last runs came out, newest first. */
export async function readRuns(context: ClientContext, { recent }: ReadRunsInput): Promise<ScheduleRun[]> {
  const read = await Promise.all(recent.map((one) => readRun(context, one)));
  const replaced = new Set(read.flatMap(({ removed }) => removed));
  const runs = read.map(({ run }) => {
    const { monthlyPriceUsd: _none, ...gone } = run;
    return replaced.has(run.runId) ? { ...gone, outcome: 'replaced' as const } : run;
  });
  return runs.reverse();
}

interface ReadRun {
  run: ScheduleRun;
  /** Owners of the fleets that its rotation deleted. */
  removed: string[];
}

async function readRun(
  context: ClientContext,
  { scheduledAt, takenAt, action }: ScheduleExecutionResult,
): Promise<ReadRun> {
  const { workflowId: fleetId, firstExecutionRunId: runId } = action.workflow;
  const run = { fleetId, runId, dueAt: scheduledAt.toISOString(), startedAt: takenAt.toISOString() };
  let description: WorkflowExecutionDescription;
  try {
    const handle = context.client.workflow.getHandle(fleetId, runId);
    description = await callWithin({ context, call: () => handle.describe() });
  } catch (error) {
    if (error instanceof Error && error.name === 'WorkflowNotFoundError')
      return { run: { ...run, outcome: 'forgotten' }, removed: [] };
    throw toClientError(error, { fleetId });
  }
  const closedAt = description.closeTime?.toISOString();
  if (isOpen(description.status.name)) return { run: { ...run, outcome: 'running' }, removed: [] };
  const ended = await readOutcome(context, { fleetId, runId });
  const removed = ended.kind === 'ready' ? (ended.result.rotation?.removed ?? []) : [];
  return {
    run: { ...run, closedAt, ...describeOutcome(ended) },
    removed: removed.map(({ ownerId }) => ownerId),
  };
}

function describeOutcome(ended: FleetOutcome): Pick<ScheduleRun, 'outcome' | 'problem' | 'monthlyPriceUsd'> {
  if (ended.kind === 'cancelled') return { outcome: 'cancelled' };
  if (ended.kind === 'ready') {
    const problem = rotationProblem(ended.result);
    const { monthlyPriceUsd } = ended.result;
    return problem === undefined
      ? { outcome: 'ready', monthlyPriceUsd }
      : { outcome: 'rotation-incomplete', monthlyPriceUsd, problem };
  }
  const { type, message } = ended.failure;
  return { outcome: OUTCOME_OF_TYPE[type] ?? 'failed', problem: `${type}: ${message}` };
}

const OUTCOME_OF_TYPE: Partial<Record<string, ScheduleRunOutcome>> = {
  Terminated: 'terminated',
  TimedOut: 'timed-out',
};
