import { ApplicationFailure, CancelledFailure, Context } from '@temporalio/activity';
import type { FailureType, FleetFailureDetails } from '../contract/failures';
import { ERROR_POLICIES, retryDelaySeconds, type ErrorKind } from '../lightsail/error-kind';
import { isLightsailError, type LightsailError } from '../lightsail/lightsail-error';

/** The public failure type of each kind of error, for when no retry can help. */
const FAILURE_TYPE_OF_KIND: Record<ErrorKind, FailureType> = {
  throttled: 'DeadlineExceeded',
  unavailable: 'DeadlineExceeded',
  ambiguous: 'DeadlineExceeded',
  'setup-in-progress': 'DeadlineExceeded',
  transition: 'OperationFailed',
  'name-in-use': 'NameInUse',
  'not-found': 'PreflightFailed',
  invalid: 'InvalidRequest',
  denied: 'AccessDenied',
  unauthenticated: 'Unauthenticated',
  quota: 'QuotaExceeded',
  capacity: 'CapacityUnavailable',
  'operation-failed': 'OperationFailed',
};

export function failureTypeOfKind(kind: ErrorKind): FailureType {
  return FAILURE_TYPE_OF_KIND[kind];
}

/** What a person reads: which call, what AWS said, and what to do. */
export function describeLightsailError(error: LightsailError): string {
  const request = error.requestId === undefined ? '' : `, request id ${error.requestId}`;
  return `${error.action}: ${error.message} (${error.code}${request}). ${ERROR_POLICIES[error.kind].advice}`;
}

/** The same for one who looks at what is still tried: it does not change from try to try, as the request id does. */
export function describeRefusal({ action, message, code }: LightsailError): string {
  return `${action}: ${message} (${code})`;
}

/** A failure that no retry mends, of a public type. */
export function finalFailure({
  type,
  message,
  details,
  cause,
}: {
  type: FailureType;
  message: string;
  details: FleetFailureDetails;
  cause?: unknown;
}): ApplicationFailure {
  return withoutStack(
    ApplicationFailure.create({
      type,
      message,
      nonRetryable: true,
      details: [details],
      ...(cause instanceof Error ? { cause } : {}),
    }),
  );
}

/**
 * Where in the code an answer of AWS was met says nothing of it, and in the UI's Pending Activities it stands twice below
 * the message that does. What nobody expected keeps its stack.
 */
function withoutStack(failure: ApplicationFailure): ApplicationFailure {
  failure.stack = '';
  if (isLightsailError(failure.cause)) failure.cause.stack = '';
  return failure;
}

export interface FleetTermsOptions {
  /** ISO 8601. Until then also what only a rollback repeats is worth a retry. */
  outlastRefusalsUntil?: string | undefined;
}

/**
 * Runs an activity's work and turns what Lightsail answered into Temporal's terms: kinds that a retry mends
 * become retryable failures with a jittered delay (Temporal adds none of its own), all others final ones.
 */
export async function inFleetTerms<Result>(
  fleetId: string,
  run: () => Promise<Result>,
  options: FleetTermsOptions = {},
): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof Error && error.name === 'CancelledFailure') throw error;
    if (Context.current().cancellationSignal.aborted)
      throw new CancelledFailure('cancelled', undefined, asError(error));
    if (!isLightsailError(error)) throw error;
    throw toApplicationFailure({ error, fleetId, ...options });
  }
}

interface ToApplicationFailureInput extends FleetTermsOptions {
  error: LightsailError;
  fleetId: string;
}

function toApplicationFailure(input: ToApplicationFailureInput): ApplicationFailure {
  const { error, fleetId } = input;
  const message = describeLightsailError(error);
  if (!ERROR_POLICIES[error.kind].retried && !isOutlasted(input)) {
    return finalFailure({
      type: failureTypeOfKind(error.kind),
      message,
      details: { fleetId, errorKind: error.kind },
      cause: error,
    });
  }
  const attempt = Context.current().info.attempt;
  const delay = retryDelaySeconds({ kind: error.kind, attempt, random: Math.random });
  return withoutStack(
    ApplicationFailure.create({
      type: failureTypeOfKind(error.kind),
      message,
      details: [{ fleetId, errorKind: error.kind }],
      nextRetryDelay: Math.max(1, Math.round(delay * 1000)),
      cause: error,
    }),
  );
}

function isOutlasted({ error, outlastRefusalsUntil }: ToApplicationFailureInput): boolean {
  if (outlastRefusalsUntil === undefined || Date.now() >= Date.parse(outlastRefusalsUntil)) return false;
  return ERROR_POLICIES[error.kind].repeatedByUndo === true;
}

function asError(error: unknown): Error | undefined {
  return error instanceof Error ? error : undefined;
}
