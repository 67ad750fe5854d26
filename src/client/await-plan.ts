import { WithStartWorkflowOperation } from '@temporalio/client';
import type { FleetPlan } from '../contract/fleet-plan';
import { AWAIT_PLAN_UPDATE, WORKFLOW_TYPES } from '../contract/names';
import { callWithin } from './call-limit';
import { checkSameRequest } from './check-same-request';
import type { ClientContext } from './client-context';
import { PlanTimeoutError } from './client-errors';
import type { StartFleetInput, StartFleetResult } from './start-fleet';
import { checkStart, cloneFleetStartOptions } from './start-options';
import { toClientError } from './to-client-error';

/** The plan's reads take a few seconds; a throttled account or a worker that starts just now takes longer. */
const PLAN_LIMIT_SECONDS = 120;

export interface AwaitPlanInput extends StartFleetInput {
  limitSeconds?: number | undefined;
  /** Ends the waiting. The run may have been started by then, and goes on. */
  signal?: AbortSignal | undefined;
}

export interface AwaitPlanResult extends StartFleetResult {
  plan: FleetPlan;
}

/**
 * Starts a fleet (or joins the running one of the same id) and waits until its request is accepted, with the plan, or
 * refused: one call, by update-with-start.
 *
 * Throws what `startFleet` throws; FleetFailedError of type `InvalidRequest`, `PreflightFailed` or what else kept the
 * plan from being made; PlanTimeoutError when the run was started but no worker has planned it.
 */
export async function awaitPlan(
  context: ClientContext,
  { request, fleetId, signal, limitSeconds = PLAN_LIMIT_SECONDS }: AwaitPlanInput,
): Promise<AwaitPlanResult> {
  const start = checkStart({ request, fleetId });
  const startWorkflowOperation = new WithStartWorkflowOperation(
    WORKFLOW_TYPES.cloneFleet,
    cloneFleetStartOptions(context, start),
  );
  try {
    const plan = await callWithin({
      context,
      signal,
      limitMillis: limitSeconds * 1000,
      call: () =>
        context.client.workflow.executeUpdateWithStart<never, FleetPlan, []>(AWAIT_PLAN_UPDATE, {
          // No fixed update id: the server would answer a second start from the run that has ended.
          startWorkflowOperation: startWorkflowOperation as never,
        }),
    });
    await checkSameRequest(context, { ...start, runId: plan.ownerId });
    return { fleetId: start.fleetId, runId: plan.ownerId, plan };
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof Error && error.name === 'WorkflowUpdateRPCTimeoutOrCancelledError') {
      throw new PlanTimeoutError(start.fleetId, limitSeconds, context.taskQueue);
    }
    throw toClientError(error, start);
  }
}
