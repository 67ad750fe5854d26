import { randomUUID } from 'node:crypto';
import { WorkflowFailedError, type ApplicationFailure } from '@temporalio/client';
import type { FleetFailureDetails } from '../../src/contract/failures';
import { DEFAULT_TASK_QUEUE } from '../../src/contract/names';
import type { Stack } from './start-stack';
import { waitFor } from './wait-for';

/** For a test that has Temporal forget a run: it takes up to half a minute to delete one. */
export const FORGET_MILLIS = 90_000;

export type RemovalOutcome<Result> =
  | { status: 'done'; result: Result }
  | { status: 'failed'; type: string; message: string; details: FleetFailureDetails };

/** Runs `deleteFleet` or `sweepFleets` to its end, as a bare client of Temporal would. */
export async function runRemoval<Result>(
  stack: Stack,
  workflowType: 'deleteFleet' | 'sweepFleets',
  input: unknown,
): Promise<{ workflowId: string; outcome: RemovalOutcome<Result> }> {
  const workflowId = `${workflowType}-${randomUUID().slice(0, 8)}`;
  const options = { workflowId, taskQueue: DEFAULT_TASK_QUEUE, args: [input] };
  const handle = await stack.client.workflow.start(workflowType, options);
  try {
    return { workflowId, outcome: { status: 'done', result: (await handle.result()) as Result } };
  } catch (error) {
    if (!(error instanceof WorkflowFailedError)) throw error;
    const { type, message, details, name } = error.cause as ApplicationFailure;
    if (name !== 'ApplicationFailure') throw error;
    const failed = { type: type ?? '', message, details: details?.[0] as FleetFailureDetails };
    return { workflowId, outcome: { status: 'failed', ...failed } };
  }
}

/** As retention does: Temporal forgets the run. */
export async function forgetRun(stack: Stack, workflowId: string): Promise<void> {
  const { namespace } = stack.client.options;
  await stack.client.workflowService.deleteWorkflowExecution({
    namespace,
    workflowExecution: { workflowId },
  });
  await waitFor({
    what: `${workflowId} is forgotten`,
    limitSeconds: 60,
    condition: () =>
      stack.client.workflow
        .getHandle(workflowId)
        .describe()
        .then(
          () => false,
          () => true,
        ),
  });
}

/** As an operator does: the run goes on, from its first task, under another run id. */
export async function resetRun(
  stack: Stack,
  { id: workflowId, ownerId: runId }: { id: string; ownerId: string },
): Promise<void> {
  const { events } = await stack.client.workflow.getHandle(workflowId, runId).fetchHistory();
  const done = events?.find(({ workflowTaskCompletedEventAttributes: task }) => task);
  await stack.client.workflowService.resetWorkflowExecution({
    namespace: stack.client.options.namespace,
    workflowExecution: { workflowId, runId },
    workflowTaskFinishEventId: done?.eventId ?? null,
    requestId: randomUUID(),
    reason: 'a test',
  });
}
