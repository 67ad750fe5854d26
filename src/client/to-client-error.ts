import { fleetFailureDetailsSchema } from '../contract/failure-details';
import { fleetCommand } from '../contract/fleet-command';
import { isFailureType } from '../contract/failures';
import {
  FleetCancelledError,
  FleetExistsError,
  FleetFailedError,
  FleetNotFoundError,
  TemporalCallError,
} from './client-errors';

/** Failures nest an activity's in a workflow's in an update's; deeper than this is not ours. */
const MAX_CAUSES = 10;

/**
 * What the SDK threw, in the client's terms. Told apart by `name`, as `instanceof` fails where a second copy of the
 * SDK is installed. An error that is the client's own already passes through.
 */
export function toClientError(error: unknown, { fleetId }: { fleetId: string }): unknown {
  switch (nameOf(error)) {
    case 'WorkflowFailedError':
    case 'WorkflowUpdateFailedError':
      return fromFailure((error as Error).cause, fleetId);
    case 'WorkflowNotFoundError':
      return new FleetNotFoundError(fleetId);
    case 'WorkflowExecutionAlreadyStartedError':
      return new FleetExistsError(fleetId);
    case 'NamespaceNotFoundError':
      return missingNamespace();
    case 'ServiceError':
      return namespaceIsMissing(error) ? missingNamespace() : new TemporalCallError(fleetId, error);
    case 'WorkflowUpdateRPCTimeoutOrCancelledError':
      return new TemporalCallError(fleetId, error);
    default:
      // Calls below the SDK's handles throw gRPC's own errors.
      if (!isGrpcError(error)) return error;
      return namespaceIsMissing(error) ? missingNamespace() : new TemporalCallError(fleetId, error);
  }
}

function missingNamespace(): TemporalCallError {
  const reason = 'its namespace is not on the server: lightsail-fleet doctor names those that are';
  return new TemporalCallError('check TEMPORAL_NAMESPACE or --namespace', new Error(reason));
}

/** Of calls that list, the SDK tells no error of its own. */
function namespaceIsMissing(error: unknown): boolean {
  const { details = '' } = ((error as Error).cause ?? error) as { details?: string };
  return /^Namespace .* not found/i.test(details);
}

function isGrpcError(error: unknown): boolean {
  const { code, details } = error as { code?: unknown; details?: unknown };
  return error instanceof Error && typeof code === 'number' && typeof details === 'string';
}

function fromFailure(failure: unknown, fleetId: string): Error {
  const root = publicFailureUnder(failure);
  const message = root instanceof Error ? root.message : 'no reason was recorded';
  switch (nameOf(root)) {
    case 'CancelledFailure':
      return new FleetCancelledError(fleetId);
    case 'TerminatedFailure':
      return new FleetFailedError({
        type: 'Terminated',
        message: `fleet ${fleetId} was terminated (${message}), so no rollback ran: what it made may still be there. Remove it with: ${fleetCommand({ verb: 'delete', fleetId })}`,
      });
    case 'TimeoutFailure':
      return new FleetFailedError({
        type: 'TimedOut',
        message: `fleet ${fleetId} was ended by a time limit (${message}), so no rollback ran: what it made may still be there. Remove it with: ${fleetCommand({ verb: 'delete', fleetId })}`,
      });
    default: {
      const { type, details } = root as { type?: string | null; details?: unknown[] | null };
      return new FleetFailedError({
        type: isFailureType(type) ? type : 'Unknown',
        message,
        details: fleetFailureDetailsSchema.safeParse(details?.[0]).data,
      });
    }
  }
}

/** The first failure of a public type, or else the innermost one. */
function publicFailureUnder(failure: unknown): unknown {
  let current = failure;
  for (let depth = 0; depth < MAX_CAUSES; depth += 1) {
    if (isFailureType((current as { type?: string } | undefined)?.type)) return current;
    if (!(current instanceof Error) || current.cause === undefined) return current;
    current = current.cause;
  }
  return current;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : '';
}
