import { ApplicationFailure, workflowInfo } from '@temporalio/workflow';
import type { FailureType, FleetFailureDetails } from '../contract/failures';
import type { DeleteScope } from '../contract/owned-activities';

/** A deletion that nobody could begin for hours may be wanted no more: what it was decided by has changed meanwhile. */
export function requireInTime({ beginBefore, fleetId, ownerId }: DeleteScope): void {
  if (beginBefore === undefined || Date.now() <= Date.parse(beginBefore)) return;
  const details: FleetFailureDetails = { fleetId: fleetId ?? ownerId ?? workflowInfo().workflowId };
  throw ApplicationFailure.create({
    type: 'DeadlineExceeded' satisfies FailureType,
    message: `nothing was deleted: it was to begin before ${beginBefore}, and no worker came to it in time`,
    nonRetryable: true,
    details: [details],
  });
}
