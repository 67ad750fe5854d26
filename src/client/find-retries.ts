import type { WorkflowExecutionDescription } from '@temporalio/client';
import { callWithin } from './call-limit';
import type { ClientContext } from './client-context';
import { toClientError } from './to-client-error';

/** An activity that has failed and is tried again: why a run does not get on. */
export interface ActivityRetry {
  /** Readable: `plan`, `create/web-01..web-25`. */
  activityId: string;
  /** The attempt that is under way or comes next; 2 and more. */
  attempt: number;
  /** What the last attempt met. */
  message: string;
}

export interface FindRetriesInput {
  /** Of a fleet, or of a plan. */
  workflowId: string;
}

/** What a running workflow tries again, and why. Empty where all goes well, and of a run that has ended. */
export async function findRetries(
  context: ClientContext,
  { workflowId }: FindRetriesInput,
): Promise<ActivityRetry[]> {
  const handle = context.client.workflow.getHandle(workflowId);
  try {
    return retriesIn(await callWithin({ context, call: () => handle.describe() }));
  } catch (error) {
    throw toClientError(error, { fleetId: workflowId });
  }
}

export function retriesIn({ raw }: WorkflowExecutionDescription): ActivityRetry[] {
  return (raw.pendingActivities ?? []).flatMap(({ activityId, attempt, lastFailure }) => {
    const message = lastFailure?.message;
    if (!activityId || !message || !attempt || attempt < 2) return [];
    return [{ activityId, attempt, message }];
  });
}
