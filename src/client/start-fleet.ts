import type { CloneFleetInput } from '../contract/clone-fleet-input';
import { WORKFLOW_TYPES } from '../contract/names';
import { callWithin } from './call-limit';
import { checkSameRequest } from './check-same-request';
import type { ClientContext } from './client-context';
import { checkStart, cloneFleetStartOptions } from './start-options';
import { toClientError } from './to-client-error';

export interface StartFleetInput {
  /** Checked before it goes. What nobody has typed, such as the body of a call, goes through `parseCloneFleetInput` first. */
  request: CloneFleetInput;
  /** Left out: made from the source and the time. Give one to make the start safe to repeat. */
  fleetId?: string | undefined;
}

export interface StartFleetResult {
  fleetId: string;
  runId: string;
}

/**
 * Starts a fleet, or joins the running one of the same id, and answers at once: nobody has looked at the account yet.
 * `awaitPlan` starts one and waits until it is accepted or refused.
 *
 * Throws InvalidRequestError (nothing sent), FleetExistsError, FleetConflictError, TemporalCallError.
 */
export async function startFleet(
  context: ClientContext,
  { request, fleetId }: StartFleetInput,
): Promise<StartFleetResult> {
  const start = checkStart({ request, fleetId });
  try {
    const handle = await callWithin({
      context,
      call: () =>
        context.client.workflow.start(WORKFLOW_TYPES.cloneFleet, cloneFleetStartOptions(context, start)),
    });
    // The id of the run that was started or joined; the SDK has no other name for it.
    const runId = handle.firstExecutionRunId;
    await checkSameRequest(context, { ...start, runId });
    return { fleetId: start.fleetId, runId };
  } catch (error) {
    throw toClientError(error, start);
  }
}
