import type { FailureType, FleetFailureDetails, Problem } from '../contract/failures';
import { fleetCommand } from '../contract/fleet-command';
import { formatProblems } from '../contract/problems';

/** The request breaks the schema: nothing was sent. */
export class InvalidRequestError extends Error {
  constructor(readonly problems: Problem[]) {
    const count = problems.length === 1 ? '1 problem' : `${String(problems.length)} problems`;
    super(`the request has ${count}:\n${formatProblems(problems)}`);
    this.name = 'InvalidRequestError';
  }
}

/**
 * How a run can end other than well: with a public failure type, or ended from outside (`Terminated`, `TimedOut`),
 * in which case no rollback ran and what it made is still there.
 */
export type FleetFailedType = FailureType | 'Terminated' | 'TimedOut' | 'Unknown';

export interface FleetFailure {
  type: FleetFailedType;
  message: string;
  details?: FleetFailureDetails | undefined;
}

/** A run, or its plan, failed. Branch on `type`. */
export class FleetFailedError extends Error {
  readonly type: FleetFailedType;
  readonly details: FleetFailureDetails | undefined;

  constructor({ type, message, details }: FleetFailure) {
    super(message);
    this.name = 'FleetFailedError';
    this.type = type;
    this.details = details;
  }
}

/** A run was cancelled and rolled back: nothing of it is left. */
export class FleetCancelledError extends Error {
  constructor(readonly fleetId: string) {
    super(`fleet ${fleetId} was cancelled and rolled back: nothing is left`);
    this.name = 'FleetCancelledError';
  }
}

/** No run of that id is known, or it is none of a fleet. */
export class FleetNotFoundError extends Error {
  constructor(
    readonly fleetId: string,
    reason = 'no run of that id is known (an old one is forgotten after the retention of its namespace)',
  ) {
    super(`fleet ${fleetId} is not found: ${reason}. See: lightsail-fleet list`);
    this.name = 'FleetNotFoundError';
  }
}

/** A fleet of this id stands already; ids are free again only after a failed or cancelled run. */
export class FleetExistsError extends Error {
  constructor(readonly fleetId: string) {
    super(
      `fleet ${fleetId} is ready already, and a finished fleet's id is not used again. ` +
        `See: ${fleetCommand({ verb: 'show', fleetId })}, or choose another id`,
    );
    this.name = 'FleetExistsError';
  }
}

/** A run of this id is under way, for another request: joining it would give something else than was asked for. */
export class FleetConflictError extends Error {
  constructor(readonly fleetId: string) {
    super(
      `fleet ${fleetId} is running already, with another request. ` +
        `Follow it with: ${fleetCommand({ verb: 'watch', fleetId })}, or choose another id`,
    );
    this.name = 'FleetConflictError';
  }
}

/** A deletion or a sweep of that id is under way, with other options: joining it would do something else. */
export class RemovalConflictError extends Error {
  constructor(readonly workflowId: string) {
    super(
      `${workflowId} is under way already, with other options: wait until it has ended, then run this again`,
    );
    this.name = 'RemovalConflictError';
  }
}

/** The run has ended, so it cannot be cancelled any more. */
export class FleetNotRunningError extends Error {
  constructor(
    readonly fleetId: string,
    readonly status: string,
  ) {
    super(
      `fleet ${fleetId} is not running any more (${status}): there is nothing to cancel. See: ${fleetCommand({ verb: 'show', fleetId })}`,
    );
    this.name = 'FleetNotRunningError';
  }
}

/** The run was started, but its plan did not come in time: as a rule because no worker polls the task queue. */
export class PlanTimeoutError extends Error {
  constructor(
    readonly fleetId: string,
    limitSeconds: number,
    taskQueue: string,
  ) {
    super(
      `no plan for ${fleetId} within ${String(limitSeconds)} s: is a worker polling task queue ${taskQueue}? ` +
        `The run goes on when there is one: lightsail-fleet worker`,
    );
    this.name = 'PlanTimeoutError';
  }
}

/** Temporal answered no more, or refused the call. */
export class TemporalCallError extends Error {
  constructor(what: string, cause: unknown) {
    super(`Temporal did not answer as expected (${what}): ${rootMessage(cause)}`, { cause });
    this.name = 'TemporalCallError';
  }
}

function rootMessage(error: unknown): string {
  let current = error;
  while (current instanceof Error && current.cause instanceof Error) current = current.cause;
  return current instanceof Error ? current.message : String(current);
}
