import { FleetFailedError, InvalidRequestError } from 'lightsail-fleet/client';

export interface Problem {
  status: number;
  /** To branch on: a failure type of the fleet, or the name of the client's error. */
  type: string;
  message: string;
  problems?: unknown;
  details?: unknown;
}

const STATUS_BY_NAME: Record<string, number> = {
  FleetNotFoundError: 404,
  // A fleet of this id stands, or runs with another request.
  FleetExistsError: 409,
  FleetConflictError: 409,
  RemovalConflictError: 409,
  // The body is no JSON.
  SyntaxError: 400,
  // Temporal, or a worker, is out of reach: worth another try.
  TemporalCallError: 503,
  PlanTimeoutError: 503,
};

/** Every error of the client, as HTTP tells it. */
export function toProblem(error: unknown): Problem {
  if (!(error instanceof Error)) return { status: 500, type: 'Unknown', message: String(error) };
  const { message } = error;
  if (error instanceof InvalidRequestError)
    return { status: 400, type: 'InvalidRequest', message, problems: error.problems };
  if (error instanceof FleetFailedError) {
    const { type, details } = error;
    // The request was read, and the account does not allow it; all else went wrong on the way.
    const refused = type === 'InvalidRequest' || type === 'PreflightFailed';
    return { status: refused ? 422 : 502, type, message, problems: details?.problems, details };
  }
  return { status: STATUS_BY_NAME[error.name] ?? 500, type: error.name, message };
}
