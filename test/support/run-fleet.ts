import { randomUUID } from 'node:crypto';
import type { ApplicationFailure } from '@temporalio/client';
import { WorkflowFailedError, type WorkflowHandleWithStartDetails } from '@temporalio/client';
import type { CloneFleetResult } from '../../src/contract/clone-fleet-result';
import type { FleetFailureDetails } from '../../src/contract/failures';
import type { FleetProgress } from '../../src/contract/fleet-progress';
import { DEFAULT_TASK_QUEUE, PROGRESS_QUERY, WORKFLOW_TYPES } from '../../src/contract/names';
import type { Stack } from './start-stack';
import { waitFor } from './wait-for';

export interface RunningFleet {
  id: string;
  progress(): Promise<FleetProgress>;
  /** Waits until the fleet, or one of its instances, is in this state. */
  reached(state: string): Promise<void>;
  cancel(): Promise<void>;
  outcome(): Promise<FleetOutcome>;
}

export type FleetOutcome =
  | { status: 'ready'; result: CloneFleetResult }
  | { status: 'cancelled' }
  | { status: 'failed'; type: string; message: string; details: FleetFailureDetails };

/** Starts a clone as a bare client of Temporal would, with nothing of ours in between. */
export async function startFleet(
  stack: Stack,
  input: unknown,
  id = `test-${randomUUID().slice(0, 8)}`,
): Promise<RunningFleet> {
  const handle: WorkflowHandleWithStartDetails = await stack.client.workflow.start(
    WORKFLOW_TYPES.cloneFleet,
    {
      workflowId: id,
      taskQueue: DEFAULT_TASK_QUEUE,
      args: input === undefined ? [] : [input],
    },
  );
  const current = () => stack.client.workflow.getHandle(id, handle.firstExecutionRunId);
  const progress = () => current().query<FleetProgress>(PROGRESS_QUERY);
  return {
    id,
    progress,
    reached: async (state) => {
      await waitFor({
        what: `${id} reaches ${state}`,
        condition: async () => {
          const seen = await progress();
          return seen.state === state || seen.instances.some((instance) => instance.state === state);
        },
      });
    },
    cancel: async () => {
      await current().cancel();
    },
    outcome: () => readOutcome(() => current().result() as Promise<CloneFleetResult>),
  };
}

async function readOutcome(result: () => Promise<CloneFleetResult>): Promise<FleetOutcome> {
  try {
    return { status: 'ready', result: await result() };
  } catch (error) {
    if (!(error instanceof WorkflowFailedError)) throw error;
    if (error.cause?.name === 'CancelledFailure') return { status: 'cancelled' };
    const cause = error.cause as ApplicationFailure;
    if (cause.name !== 'ApplicationFailure') throw error;
    return {
      status: 'failed',
      type: cause.type ?? '',
      message: cause.message,
      details: cause.details?.[0] as FleetFailureDetails,
    };
  }
}
