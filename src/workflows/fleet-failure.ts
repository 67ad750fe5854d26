import { ApplicationFailure, isCancellation, TimeoutFailure } from '@temporalio/workflow';
import {
  isFailureType,
  type FailureType,
  type FleetFailureDetails,
  type Survivor,
} from '../contract/failures';

/** Why a run does not reach its end, in public terms. */
export interface FleetCause {
  type: FailureType | 'Cancelled';
  message: string;
  details: FleetFailureDetails;
}

/** Survivors beyond this share a shorter cause each and bring no commands: the failure must fit a payload. */
const COMMANDS_IN_DETAILS = 100;

/** Survivors named in a failure's message; all of them are in its details. */
const NAMED_IN_MESSAGE = 10;

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
  return ApplicationFailure.create({
    type,
    message: `${message}${end}`,
    nonRetryable: true,
    details: [details],
  });
}

/** The failure of a run that left something behind: it says what, why, and what finishes the work. */
export function rollbackIncompleteFailure({
  cause,
  survivors,
  region,
}: {
  cause: FleetCause;
  survivors: Survivor[];
  region: string;
}): ApplicationFailure {
  const bounded = survivors.map((survivor) => ({
    ...survivor,
    cause: cutCause(survivor.cause, survivors.length),
  }));
  const named = survivors.slice(0, NAMED_IN_MESSAGE).map((survivor) => survivor.name);
  const rest = survivors.length > named.length ? ` and ${String(survivors.length - named.length)} more` : '';
  const commands = survivors.map((survivor) => removalCommand(survivor, region));
  const shown = commands.slice(0, NAMED_IN_MESSAGE).join('\n');
  const others =
    commands.length > NAMED_IN_MESSAGE
      ? '\nand the same for the others, which the details of this failure list'
      : '';
  const still = survivors.length === 1 ? '1 resource is' : `${String(survivors.length)} resources are`;
  const message =
    `rollback incomplete: ${still} still there and billed (${named.join(', ')}${rest}): ${survivors[0]?.cause ?? ''}. ` +
    `Rolled back because of ${cause.type}: ${cause.message}. When the cause is mended, run:\n${shown}${others}`;
  const details = {
    ...cause.details,
    survivors: bounded,
    ...(commands.length > COMMANDS_IN_DETAILS ? {} : { command: commands.join('\n') }),
    cause: { type: cause.type, message: cause.message },
  };
  return ApplicationFailure.create({
    type: 'RollbackIncomplete',
    message,
    nonRetryable: true,
    details: [details],
  });
}

function removalCommand({ resourceType, name }: Survivor, region: string): string {
  return resourceType === 'Disk'
    ? `aws lightsail delete-disk --region ${region} --disk-name ${name} --force-delete-add-ons`
    : `aws lightsail delete-instance --region ${region} --instance-name ${name} --force-delete-add-ons`;
}

function cutCause(cause: string, survivorCount: number): string {
  const most = survivorCount > COMMANDS_IN_DETAILS ? 60 : 300;
  return cause.length > most ? `${cause.slice(0, most)}…` : cause;
}
