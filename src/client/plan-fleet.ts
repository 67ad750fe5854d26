import type { CloneFleetInput } from '../contract/clone-fleet-input';
import type { FleetPlan } from '../contract/fleet-plan';
import { WORKFLOW_TYPES } from '../contract/names';
import { SCHEDULED_START } from '../contract/schedule-attributes';
import { callWithin } from './call-limit';
import type { ClientContext } from './client-context';
import { PlanTimeoutError } from './client-errors';
import { detailsOfRequest, summaryOfRequest } from './describe-request';
import { checkStart } from './start-options';
import { toClientError } from './to-client-error';

const PLAN_LIMIT_SECONDS = 120;

/** A workflow id as long as a fleet id may be. */
const MAX_ID_LENGTH = 128;

export interface PlanFleetInput {
  /** Checked before it goes. What nobody has typed, such as the body of a call, goes through `parseCloneFleetInput` first. */
  request: CloneFleetInput;
  /** Of the run that plans; default from the source and the time. */
  workflowId?: string | undefined;
  /** ISO 8601: the names of a run that is due then, as schedules start it. Default now. */
  dueAt?: string | undefined;
  limitSeconds?: number | undefined;
  /** Ends the waiting. */
  signal?: AbortSignal | undefined;
}

/**
 * What a clone of this request would make and cost: every read of the preflight, no write.
 *
 * Throws InvalidRequestError (nothing sent), FleetFailedError of type `PreflightFailed` and the like,
 * PlanTimeoutError, TemporalCallError.
 */
export async function planFleet(
  context: ClientContext,
  { request, signal, dueAt, limitSeconds = PLAN_LIMIT_SECONDS, ...given }: PlanFleetInput,
): Promise<FleetPlan> {
  const { fleetId, input } = checkStart({ request });
  const workflowId = (given.workflowId ?? `plan-${fleetId}`).slice(0, MAX_ID_LENGTH);
  try {
    return await callWithin({
      context,
      signal,
      limitMillis: limitSeconds * 1000,
      call: () =>
        context.client.workflow.execute<(input: CloneFleetInput) => Promise<FleetPlan>>(
          WORKFLOW_TYPES.planFleet,
          {
            workflowId,
            taskQueue: context.taskQueue,
            args: [input],
            staticSummary: `plan: ${summaryOfRequest(input)}`,
            staticDetails: detailsOfRequest(input),
            ...(dueAt === undefined
              ? {}
              : { typedSearchAttributes: [{ key: SCHEDULED_START, value: new Date(dueAt) }] }),
            // A plan writes nothing, so a time limit costs nothing: no orphan waits for a worker for ever.
            workflowExecutionTimeout: limitSeconds * 1000,
          },
        ),
    });
  } catch (error) {
    signal?.throwIfAborted();
    if (isDeadline(error)) throw new PlanTimeoutError(workflowId, limitSeconds, context.taskQueue);
    throw toClientError(error, { fleetId: workflowId });
  }
}

function isDeadline(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const cause = error.cause as { code?: number; name?: string } | undefined;
  return cause?.code === GRPC_DEADLINE_EXCEEDED || cause?.name === 'TimeoutFailure';
}

const GRPC_DEADLINE_EXCEEDED = 4;
