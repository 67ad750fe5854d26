import { WORKFLOW_TYPES } from '../contract/names';
import { parseSweepFleetsInput, type SweepFleetsInput } from '../contract/sweep-fleets-input';
import type { SweepFleetsResult } from '../contract/sweep-fleets-result';
import type { ClientContext } from './client-context';
import { InvalidRequestError } from './client-errors';
import { runRemoval, type FollowRemoval, type StartedRemoval } from './run-removal';

export interface SweepFleetsRequest extends FollowRemoval {
  /** Checked before it goes. Left out: report everything. */
  request?: SweepFleetsInput | undefined;
}

/**
 * Reports what belongs to no running and no standing fleet, and with `delete: true` deletes what is old enough. Its
 * survivors are in the result.
 *
 * Throws InvalidRequestError (nothing sent), FleetFailedError (no Region could be read), RemovalConflictError,
 * TemporalCallError.
 */
export async function sweepFleets(
  context: ClientContext,
  { request, ...follow }: SweepFleetsRequest = {},
): Promise<{ started: StartedRemoval; result?: SweepFleetsResult }> {
  const { input, problems } = parseSweepFleetsInput(request);
  if (problems !== undefined) throw new InvalidRequestError(problems);
  const deletes = input.delete === true;
  return runRemoval<SweepFleetsResult>(context, {
    ...follow,
    workflowType: WORKFLOW_TYPES.sweepFleets,
    workflowId: deletes ? 'sweep/delete' : 'sweep/report',
    input,
    summary: deletes ? 'sweep: delete what belongs to no fleet' : 'sweep: report what belongs to no fleet',
  });
}
