import { parseDeleteFleetInput, type DeleteFleetInput } from '../contract/delete-fleet-input';
import type { DeleteFleetResult } from '../contract/delete-fleet-result';
import { WORKFLOW_TYPES } from '../contract/names';
import type { ClientContext } from './client-context';
import { InvalidRequestError } from './client-errors';
import { runRemoval, type FollowRemoval, type StartedRemoval } from './run-removal';

export interface DeleteFleetRequest extends FollowRemoval {
  /** Checked before it goes. */
  request: DeleteFleetInput;
}

/**
 * Deletes what carries the tags of a fleet or an owner, and waits until it is gone; with `dryRun` only looks. Joins a
 * deletion of the same that is under way. With `detach` there is no result.
 *
 * Throws InvalidRequestError (nothing sent), FleetFailedError of type `RollbackIncomplete` (something is left),
 * `InvalidRequest` (it is still running) and the like, RemovalConflictError, TemporalCallError.
 */
export async function deleteFleet(
  context: ClientContext,
  { request, ...follow }: DeleteFleetRequest,
): Promise<{ started: StartedRemoval; result?: DeleteFleetResult }> {
  const { input, problems } = parseDeleteFleetInput(request);
  if (problems !== undefined) throw new InvalidRequestError(problems);
  const id = input.fleetId ?? input.ownerId ?? '';
  return runRemoval<DeleteFleetResult>(context, {
    ...follow,
    workflowType: WORKFLOW_TYPES.deleteFleet,
    workflowId: `${input.dryRun === true ? 'delete-look' : 'delete'}/${id}`,
    input,
    // The UI shows Markdown: ids are code, so nothing in them renders.
    summary: `${input.dryRun === true ? 'look for' : 'delete'} what carries the tags of \`${id}\``,
  });
}
