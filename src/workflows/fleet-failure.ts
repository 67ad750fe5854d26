import { ApplicationFailure, isCancellation, TimeoutFailure } from '@temporalio/workflow';
import { outcomeFailure } from './outcome-failure';
import { isFailureType, type FailureType, type FleetFailureDetails } from '../contract/failures';

/** Why a run does not reach its end, in public terms. */
export interface FleetCause {
  type: FailureType | 'Cancelled';
  message: string;
  details: FleetFailureDetails;
}

/**
 * The first cause under Temporal's wrappers, in public terms. An activity whose worker died and which was then
 * cancelled ends by its heartbeat time-out: in a cancelled run that, too, is the cancellation.
 */
export function causeOf(
  error: unknown,
  { fleetId, cancelled }: { fleetId: string; cancelled: boolean },
): FleetCause {
  const root = rootOf(error);
  if (isCancellation(error) || (cancelled && root instanceof TimeoutFailure)) {
    return { type: 'Cancelled', message: 'the run was cancelled', details: { fleetId } };
  }
  if (root instanceof ApplicationFailure && isFailureType(root.type)) {
    // Said of one create, and not of the run.
    const { nothingMade: _, ...details } = detailsOf(root) ?? { fleetId };
    return { type: root.type, message: root.message, details };
  }
  const what = root instanceof TimeoutFailure ? 'no answer within the time limit' : messageOf(root);
  return { type: 'DeadlineExceeded', message: `given up: ${what}`, details: { fleetId } };
}

export function detailsOf(failure: ApplicationFailure): FleetFailureDetails | undefined {
  return failure.details?.[0] as FleetFailureDetails | undefined;
}

/** Walks down ActivityFailure and the like to what was thrown. */
export function rootOf(error: unknown): unknown {
  let current = error;
  while (
    current instanceof Error &&
    !(current instanceof ApplicationFailure) &&
    current.cause instanceof Error
  )
    current = current.cause;
  return current;
}

/** What was thrown under Temporal's wrappers, as text. */
export function messageOfRoot(error: unknown): string {
  return messageOf(rootOf(error));
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The failure of a run whose rollback left nothing behind. */
export function rolledBackFailure(
  { type, message, details }: FleetCause,
  madeSomething: boolean,
): ApplicationFailure {
  const end = madeSomething ? '. Rolled back: nothing is left' : '';
  return outcomeFailure({ type, message: `${message}${end}`, details });
}
