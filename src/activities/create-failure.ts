import { ApplicationFailure } from '@temporalio/activity';
import type { CreateInstancesInput } from '../contract/activities';
import type { FleetFailureDetails } from '../contract/failures';
import type { LightsailError } from '../lightsail/lightsail-error';
import { describeLightsailError, failureTypeOfKind, finalFailure } from './fleet-errors';
import type { Settlement } from './settlement';

export interface CreateFailureInput {
  error: LightsailError;
  input: CreateInstancesInput;
  settlement: Settlement;
}

/** A failure of the create that no repeat mends. */
export function refusal({ error, input, settlement }: CreateFailureInput): ApplicationFailure {
  const type = failureTypeOfKind(error.kind);
  const details = failureDetails(input, settlement);
  return finalFailure({ type, message: describeLightsailError(error), details, cause: error });
}

/** The next attempt is another activity task, which only a worker that Temporal still knows of is given. */
export function laterAttempt({
  error,
  input,
  settlement,
  seconds,
}: CreateFailureInput & { seconds: number }): ApplicationFailure {
  return ApplicationFailure.create({
    type: failureTypeOfKind(error.kind),
    message: describeLightsailError(error),
    nextRetryDelay: Math.max(1, Math.round(seconds * 1000)),
    details: [failureDetails(input, settlement)],
    cause: error,
  });
}

/** Says whether anything may have been made: undo looks for it then. */
export function failureDetails(
  { fleetId, region }: CreateInstancesInput,
  settlement: Settlement,
): FleetFailureDetails {
  return { fleetId, region, ...(settlement.nothingMade ? { nothingMade: true } : {}) };
}
