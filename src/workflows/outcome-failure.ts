import { ApplicationFailure } from '@temporalio/workflow';
import type { FailureType, FleetFailureDetails } from '../contract/failures';

export interface OutcomeFailureInput {
  type: FailureType | 'Cancelled';
  message: string;
  details: FleetFailureDetails;
}

/**
 * How a run ends, as people and clients read it. Without a stack: it says nothing of the account, and in the UI it stands
 * between the message and the details.
 */
export function outcomeFailure({ type, message, details }: OutcomeFailureInput): ApplicationFailure {
  const failure = ApplicationFailure.create({ type, message, nonRetryable: true, details: [details] });
  failure.stack = '';
  return failure;
}
