import { isCancellation } from '@temporalio/workflow';
import { causeOf } from './fleet-failure';
import { outcomeFailure } from './outcome-failure';
import type { OwnedRun } from './owned-run';

export interface OwnedFailureInput {
  run: OwnedRun;
  error: unknown;
  fleetId: string;
}

/** What a deletion or a sweep ends with, in public terms; its details show it, too. */
export function ownedFailure({ run, error, fleetId }: OwnedFailureInput): unknown {
  if (isCancellation(error)) {
    run.cancel();
    return error;
  }
  const cause = causeOf(error, { fleetId, cancelled: false });
  run.fail(cause);
  return outcomeFailure(cause);
}
