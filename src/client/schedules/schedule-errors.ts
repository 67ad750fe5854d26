import { TemporalCallError } from '../client-errors';
import { toClientError } from '../to-client-error';

/** There is no schedule of that id, or it starts another workflow, which is not ours to touch. */
export class FleetScheduleNotFoundError extends Error {
  constructor(
    readonly scheduleId: string,
    reason = 'there is no schedule of that id',
  ) {
    super(`schedule ${scheduleId} is not found: ${reason}. See: lightsail-fleet schedule list`);
    this.name = 'FleetScheduleNotFoundError';
  }
}

/** A schedule of that id is there already. Nothing was created or changed. */
export class FleetScheduleExistsError extends Error {
  constructor(readonly scheduleId: string) {
    super(
      `schedule ${scheduleId} is there already. See: lightsail-fleet schedule show ${scheduleId}; ` +
        `to change it, delete it and create it anew (its fleets stay), or choose another id`,
    );
    this.name = 'FleetScheduleExistsError';
  }
}

/** What the SDK threw, in the client's terms. By `name`, as in `toClientError`. */
export function toScheduleError(error: unknown, scheduleId: string): unknown {
  switch (error instanceof Error ? error.name : '') {
    case 'ScheduleNotFoundError':
      return new FleetScheduleNotFoundError(scheduleId);
    case 'ScheduleAlreadyRunning':
      return new FleetScheduleExistsError(scheduleId);
    case 'ServiceError':
      return new TemporalCallError(`schedule ${scheduleId}`, error);
    default:
      return toClientError(error, { fleetId: `schedule ${scheduleId}` });
  }
}
